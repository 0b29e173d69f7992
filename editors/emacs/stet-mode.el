;;; stet-mode.el --- Inspection reports in Stet  -*- lexical-binding: t; -*-

;; A mode for .stet files, and the language server for it through eglot (part of Emacs since 29).

;;; Code:

(defvar stet-mode-font-lock-keywords
  '(("^[A-Za-z][A-Za-z0-9 -]*:" . font-lock-variable-name-face)
    ("\\(?:^[ \t]*\\|  \\)\\(//.*\\)$" 1 font-lock-comment-face)
    ("^#\\{1,4\\} .*$" . font-lock-function-name-face)
    ("^@[a-z-]+" . font-lock-preprocessor-face)
    ("^\\(?:[0-9]+\\.\\(?:[0-9]+\\.?\\)?\\|#\\.\\) " . font-lock-constant-face)
    ("{\\(see\\|grade\\|because\\|judges\\|evidence\\|note\\|stet\\)\\>" 1 font-lock-keyword-face)
    ("{#[^}]*}" . font-lock-type-face)
    ("\\[\\^[^] ]+\\]" . font-lock-type-face)
    ("\\(\\[[^]^]*\\]\\){" 1 font-lock-string-face))
  "What is coloured in a report.")

;;;###autoload
(define-derived-mode stet-mode text-mode "Stet"
  "Major mode for inspection reports."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local font-lock-defaults '(stet-mode-font-lock-keywords t))
  (visual-line-mode 1))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.stet\\'" . stet-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(stet-mode . ("stet" "lsp"))))

(add-hook 'stet-mode-hook #'eglot-ensure)

(provide 'stet-mode)
;;; stet-mode.el ends here
