" Colours of a report.
if exists('b:current_syntax')
  finish
endif

syntax match stetKey /^[A-Za-z][A-Za-z0-9 -]*:\ze\(\s\|$\)/
syntax match stetComment /\(^\s*\|  \)\zs\/\/.*$/
syntax match stetHeading /^#\{1,4} .*$/ contains=stetBrace,stetLabel
syntax match stetDirective /^@[a-z-]\+/
syntax match stetNumber /^\(\d\+\.\(\d\+\.\?\)\?\|#\.\)\ze /
syntax match stetBullet /^\s*\zs\(-\|([a-z]\+)\|>\)\ze /
syntax match stetNote /\[^[^] ]\+\]:\?/
syntax match stetEscape /\\./
syntax region stetBrace start=/{/ end=/}/ contains=stetKeyword oneline
syntax match stetKeyword /{\zs\(see\|grade\|because\|judges\|evidence\|note\|stet\)\>/ contained
syntax match stetLabel /{#[^}]*}/
syntax match stetAsserted /\[[^]^]*\]\ze{/
syntax region stetQuoted start=/"/ end=/"/ oneline contained

highlight default link stetKey Identifier
highlight default link stetComment Comment
highlight default link stetHeading Title
highlight default link stetDirective PreProc
highlight default link stetNumber Number
highlight default link stetBullet Special
highlight default link stetNote Tag
highlight default link stetEscape SpecialChar
highlight default link stetBrace Special
highlight default link stetKeyword Keyword
highlight default link stetLabel Label
highlight default link stetAsserted Constant

let b:current_syntax = 'stet'
