;;; emacs.el --- what people do in Emacs with eglot, and what they see  -*- lexical-binding: t -*-

;; Emacs runs without a terminal: commands are called as keys would, and what came of them is looked at.

(require 'cl-lib)
(require 'xref)

(defvar kith-failures 0)
(defconst kith-patience 20 "Seconds until what is not there is taken to be missing.")

(defun kith-see (what wanted look)
  "Wait until the function LOOK finds what is WANTED; WHAT says it in words."
  (kith-rest)
  (let ((end (+ (float-time) kith-patience)) seen)
    (while (and (not (equal wanted (setq seen (condition-case fault (funcall look) (error fault)))))
                (< (float-time) end))
      (accept-process-output nil 0.05))
    (if (equal wanted seen)
        (princ (format "ok: %s\n" what))
      (setq kith-failures (1+ kith-failures))
      (princ (format "FAILED: %s\n  wanted %S\n  found  %S\n" what wanted seen)))))

(defun kith-rest ()
  "Do what Emacs does behind a command, and eglot once nobody has typed for half a second: a script is never idle."
  (run-hooks 'post-command-hook)
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer
      (when (bound-and-true-p eglot--managed-mode) (eglot--signal-textDocument/didChange)))))

(defun kith-write (file text)
  (with-temp-file file (insert text)))

(defun kith-go (words)
  "Put point behind WORDS, as a search does."
  (goto-char (point-min))
  (search-forward words))

(defun kith-line ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun kith-underlined ()
  "What flymake has underlined in this buffer."
  (mapcar (lambda (one) (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
          (flymake-diagnostics)))

(defun kith-proposed ()
  "What is proposed at point, as completion-at-point has it."
  (pcase (run-hook-wrapped 'completion-at-point-functions #'completion--capf-wrapper 'all)
    (`(,_ ,start ,end ,table . ,more)
     (let ((found (completion-all-completions (buffer-substring-no-properties start end) table
                                              (plist-get more :predicate) (- (point) start))))
       ;; Behind the last there is a number.
       (when found (setcdr (last found) nil))
       (mapcar #'substring-no-properties found)))))

(defun kith-session ()
  (kith-write ".kith.json" "{}")
  (kith-write "people.net" "# Amara Okafor @amara\n\n# Lena Petrova @lena\n")
  (kith-write "doha.net" "# 2026-11-14 Coffee with @amara\n\n*  saw 😀 Zoe\u0301 中 @amra and @amara\n- met @lena\n")
  (kith-write "page.net.md" "# 2026-11-15 Tea with @lena\n")
  (find-file "doha.net")
  (kith-see "eglot starts the server" t (lambda () (and (eglot-current-server) t)))
  (kith-see "a mention that means nobody is underlined" t (lambda () (and (member "@amra" (kith-underlined)) t)))

  (kith-go "@ama")
  (eglot-format-buffer)
  (kith-see "a buffer is formatted" "- saw 😀 Zoe\u0301 中 @amra and @amara" (lambda () (kith-go "saw") (kith-line)))
  (kith-go "中 @amra")
  (delete-char -5)
  (insert "@amara")
  (kith-see "what is mended is underlined no more" nil #'kith-underlined)
  (kith-go "met @lena")
  (insert "h")
  (kith-see "a new mistake is underlined while one types" '("@lenah") #'kith-underlined)
  (delete-char -1)
  (kith-go "met ")
  (beginning-of-line)
  (insert "* 𝒳  \n")
  (eglot-format (line-beginning-position 0) (line-end-position 0))
  (kith-see "a stretch is formatted" "- 𝒳" (lambda () (kith-go "𝒳") (kith-line)))

  (kith-go "and @ama")
  (eglot-rename "mara")
  (kith-see "a rename is made" "- saw 😀 Zoe\u0301 中 @mara and @mara" (lambda () (kith-go "saw") (kith-line)))
  (kith-see "in the other file, too" "# Amara Okafor @mara\naka: @amara"
            (lambda () (with-current-buffer (find-file-noselect "people.net")
                         (buffer-substring-no-properties 1 (progn (goto-char 1) (line-end-position 2))))))

  (goto-char (point-max))
  (insert "- 😀 @len")
  (kith-see "people are proposed" '("@lena") #'kith-proposed)
  (completion-at-point)
  (kith-see "and a proposal is put in" "- 😀 @lena" #'kith-line)
  (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
  (kith-see "a name leads to its record" '("people.net" "# Lena Petrova @lena")
            (lambda () (with-current-buffer (window-buffer) (list (buffer-name) (kith-line)))))
  (find-file "page.net.md")
  (kith-see "files that end in .net.md are served, too" t (lambda () (and (eglot-current-server) t)))
  (let ((server (eglot-current-server)))
    (eglot-shutdown server)
    (kith-see "the server stops when it is asked to" nil (lambda () (process-live-p (jsonrpc--process server))))))

;; Where eglot asks whether to edit files that are not open, the answer is yes.
(advice-add 'y-or-n-p :override #'always)
(setq make-backup-files nil auto-save-default nil)
(condition-case fault
    (kith-session)
  (error (setq kith-failures (1+ kith-failures)) (princ (format "FAILED: the session goes on to its end: %S\n" fault))))
;; What is changed is not saved, and nobody is asked whether to.
(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(kill-emacs (min kith-failures 1))
