;;; emacs_session.el --- A session of Emacs with editors/emacs and a real server  -*- lexical-binding: t; -*-

;; Run in batch with STET and FOLDER in the environment; FOLDER holds a copy of the sample report.

;;; Code:

(require 'package)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)
(require 'cl-lib)
(require 'eglot)
(require 'stet-mode)

(defvar passed 0)
(defvar failed 0)

(defun check (name holds &optional detail)
  "Count whether HOLDS, and say NAME with DETAIL where it does not."
  (if holds (cl-incf passed)
    (cl-incf failed)
    (message "FAILED: %s %S" name detail))
  holds)

(defun await (holds)
  "Wait until the function HOLDS gives something, and return it; nil after ten seconds."
  (let ((until (+ (float-time) 10)) found)
    (while (and (not (setq found (funcall holds))) (< (float-time) until))
      (accept-process-output nil 0.05))
    found))

(defun go (words &optional into)
  "Move INTO the first place of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (+ (match-beginning 0) (or into 0))))

(defun replace (words by)
  "Replace the first place of WORDS BY others, as typing does."
  (go words)
  (delete-region (match-beginning 0) (match-end 0))
  (insert by)
  (eglot--signal-textDocument/didChange))

(defun diagnostics (code)
  "What the server says with CODE of the buffer, by way of Flymake."
  (cl-remove-if-not (lambda (d) (string-match-p (regexp-quote code) (flymake-diagnostic-text d)))
                    (flymake-diagnostics)))

(defun ask (method &optional more)
  "Ask the server about the place of the cursor by METHOD, with MORE parameters."
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) more)))

(defun session ()
  "Open the sample, break it and mend it, look around and leave."
  (setq eglot-sync-connect 10
        eglot-confirm-server-initiated-edits nil
        eglot-server-programs `((stet-mode . (,(getenv "STET") "lsp"))))
  (find-file (expand-file-name "lscb.stet" (getenv "FOLDER")))
  (let ((board (current-buffer)) report server)
    (find-file (expand-file-name "report.stet" (getenv "FOLDER")))
    (setq report (current-buffer))
    (check "a report is known by its name" (eq major-mode 'stet-mode) major-mode)
    (setq server (apply #'eglot--connect (eglot--guess-contact)))
    (check "the server is attached" (eglot-current-server))
    (with-current-buffer board (eglot--maybe-activate-editing-mode) (flymake-mode 1))
    (check "both files have one server" (with-current-buffer board (eq (eglot-current-server) server)))
    (flymake-mode 1)
    (flymake-start)

    (replace "[requires improvement]{grade overall}" "[good]{grade overall}")
    (check "a broken grade is an error"
           (await (lambda () (cl-find-if (lambda (d) (eq (flymake-diagnostic-type d) 'eglot-error))
                                         (flymake-diagnostics))))
           (flymake-diagnostics))
    (replace "[good]{grade overall}" "[requires improvement]{grade overall}")
    (check "the mended grade is no error"
           (await (lambda () (cl-notany (lambda (d) (eq (flymake-diagnostic-type d) 'eglot-error))
                                        (flymake-diagnostics)))))

    (go "{grade overall}" 8)
    (check "hover gives the grade"
           (string-match-p "requires improvement"
                           (plist-get (plist-get (ask :textDocument/hover) :contents) :value)))
    (go "{see homes}" 6)
    (let ((place (car (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))))
      (check "a label leads to its declaration"
             (and place (string-suffix-p "area.stet" (xref-location-group (xref-item-location place)))) place))
    (replace "Families receive early help sooner" "Families [305]{cla. receive early help sooner")
    (go "[305]{cla." 10)
    (check "a fact is completed"
           (cl-find "cla.far" (plist-get (ask :textDocument/completion) :items)
                    :key (lambda (item) (plist-get item :label)) :test #'equal))
    (replace " [305]{cla." "")

    (go "{#late-requests}" 4)
    (eglot-rename "slow-requests")
    (check "a rename reaches the included file"
           (and (progn (goto-char (point-min)) (search-forward "{#slow-requests}" nil t))
                (with-current-buffer board (goto-char (point-min)) (search-forward "slow-requests" nil t))))
    (replace "3. Initial" "3.    Initial")
    (eglot-format-buffer)
    (check "formatting formats" (progn (goto-char (point-min)) (search-forward "\n3. Initial" nil t)))
    (dolist (buffer (list report board))
      (with-current-buffer buffer (set-buffer-modified-p nil)))
    (eglot-shutdown server)
    (check "the server leaves" (await (lambda () (not (jsonrpc-running-p server)))))))

(condition-case problem (session)
  (error (check "the session" nil problem)))
(message "%d passed, %d failed" passed failed)
(kill-emacs (if (= failed 0) 0 1))

;;; emacs_session.el ends here
