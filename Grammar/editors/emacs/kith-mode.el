;;; kith-mode.el --- Notes about people and meetings  -*- lexical-binding: t -*-

;; Version: 1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: outlines, wp, convenience
;; URL: https://git.example/kith

;;; Commentary:

;; A mode for kith's notes, files that end in .net or .net.md.  It needs nothing but what Emacs brings; for formatting and
;; for what is found as you type, `kith' has to be on your PATH.
;;
;;   (require 'kith-mode)
;;   (add-hook 'kith-mode-hook #'eglot-ensure)      ; people, cards, completion: Emacs 29, or with eglot installed
;;   (add-hook 'kith-mode-hook #'flymake-mode)      ; or only what `kith lint' finds
;;   (add-hook 'kith-mode-hook #'outline-minor-mode)
;;   (setq kith-format-on-save t)
;;
;; The files beside this one are loaded by it: kith-lines and kith-marks read notes, kith-lists and kith-fill edit them, and
;; kith-program calls kith.

;;; Code:

(require 'cl-lib)
(require 'subr-x)
(require 'kith-lines)
(require 'kith-marks)
(require 'kith-lists)
(require 'kith-fill)
(require 'kith-program)

(defvar outline-minor-mode)
(defvar flymake-diagnostic-functions)

(defgroup kith nil
  "Notes about people and meetings."
  :group 'text)

;;;; Faces

(defface kith-record '((t :inherit outline-1)) "Headings of people, meetings and pages.")
(defface kith-section '((t :inherit outline-2)) "Headings of sections.")
(defface kith-date '((t :inherit font-lock-constant-face)) "Dates and times, and what is due or done on one.")
(defface kith-key '((t :inherit font-lock-variable-name-face)) "Keys of fields.")
(defface kith-label '((t :inherit font-lock-keyword-face)) "Labels, such as gave.")
(defface kith-mention '((t :inherit font-lock-type-face)) "Mentions of people.")
(defface kith-tag '((t :inherit font-lock-builtin-face)) "Tags.")
(defface kith-mark '((t :inherit shadow)) "Bullets and other marks.")
(defface kith-checkbox '((t :inherit font-lock-keyword-face)) "Checkboxes of open tasks.")
(defface kith-checked '((t :inherit shadow)) "Checkboxes of tasks that are done or dropped.")
(defface kith-quote '((t :inherit font-lock-doc-face)) "Quotes.")
(defface kith-code '((t :inherit font-lock-string-face)) "Code.")
(defface kith-address '((t :inherit link)) "Addresses.")

;;;; Colours, and the syntax of comments and headings

(defconst kith--faces
  '((mark . kith-mark) (escape . kith-mark) (date . kith-date) (due . kith-date) (key . kith-key) (label . kith-label)
    (mention . kith-mention) (tag . kith-tag) (code . kith-code) (address . kith-address) (checkbox . kith-checkbox)
    (checked . kith-checked)))

(defconst kith--line-faces '((record . kith-record) (section . kith-section) (quote . kith-quote) (code . kith-code))
  "Faces of what has none of `kith--faces', by kind of line.")

(defun kith--fontify (limit)
  "Put colours on the lines between point and LIMIT.
This is a matcher for font-lock that leaves nothing to do: it returns nil."
  (while (< (point) limit)
    (let* ((kind (kith--kind)) (face (alist-get kind kith--line-faces)))
      (when face (put-text-property (if (eq kind 'code) (point) (kith--lead)) (line-end-position) 'face face))
      (pcase-dolist (`(,what ,start ,end) (kith--parts kind))
        (when-let* ((mark (alist-get what kith--faces)))
          (put-text-property start end 'face (if (and face (not (eq what 'mark))) (list mark face) mark)))))
    (forward-line)
    (when (eobp) (goto-char (max limit (point)))))
  nil)

(defvar kith-font-lock-keywords '((kith--fontify)))

(defun kith--syntax-propertize (start end)
  "Give comments and headings between START and END their syntax.
It stands on their first character."
  (goto-char start)
  (beginning-of-line)
  (while (re-search-forward (concat kith--margin "\\(?:\\(//\\)\\|#\\)") end t)
    (let ((mark (or (match-beginning 1) (1- (match-end 0)))))
      (pcase (kith--kind)
        ('comment (put-text-property mark (1+ mark) 'syntax-table (string-to-syntax "<")))
        ;; No other character has this class, so that outlines find headings, and none in code.
        ((or 'record 'section) (put-text-property mark (1+ mark) 'syntax-table (string-to-syntax "'")))))
    (end-of-line)))

(defvar-local kith--fence-touched nil "Whether what is about to be changed holds backticks.")

(defun kith--holds-fence-p (start end)
  "Return non-nil if there are three backticks between START and END.
The lines are looked at as a whole."
  (save-excursion
    (save-match-data
      (goto-char end)
      (let ((end (line-end-position)))
        (goto-char start)
        (beginning-of-line)
        (search-forward "```" end t)))))

(defun kith--before-change (start end)
  "Note whether a fence may go with what is between START and END."
  (setq kith--fence-touched (kith--holds-fence-p start end)))

(defun kith--after-change (start end _)
  "Read the buffer anew if the change of START to END was to a fence."
  (when (or kith--fence-touched (kith--holds-fence-p start end))
    (syntax-ppss-flush-cache (point-min))
    (when font-lock-mode (font-lock-flush))))

(defvar kith-mode-syntax-table
  (let ((table (make-syntax-table text-mode-syntax-table)))
    ;; A handle, with its mark, is a symbol.
    (dolist (character '(?@ ?# ?- ?_)) (modify-syntax-entry character "_" table))
    (dolist (character '(?' ?`)) (modify-syntax-entry character "." table))
    (modify-syntax-entry ?\n ">" table)
    table))

;;;; Comments

(defun kith-comment (&optional arg)
  "Make the current line a comment, or notes again.
In an empty line, begin a comment.  With a region, do what `comment-dwim'
does with ARG."
  (interactive "*P")
  (cond ((use-region-p) (comment-dwim arg))
        ((eq (kith--kind) 'blank)
         (delete-region (line-beginning-position) (line-end-position))
         (insert comment-start))
        (t (let ((behind (- (point-max) (point))))
             (comment-or-uncomment-region (line-beginning-position) (line-end-position))
             (goto-char (max (line-beginning-position) (- (point-max) behind)))))))

;;;; Outlines

(defun kith--outline-level ()
  "Return the level of the heading at point: 1 for a record."
  (save-excursion (skip-chars-forward "^#" (line-end-position)) (skip-chars-forward "#")))

(defun kith--set-up-outline ()
  "Know all headings before each command if there is an outline."
  (if outline-minor-mode
      (add-hook 'pre-command-hook #'kith--find-headings nil t)
    (remove-hook 'pre-command-hook #'kith--find-headings t))
  (kith--find-headings))

(defun kith--find-headings ()
  "Read the syntax of headings up to the end.
A search by syntax does not wait for that in all cases."
  (syntax-propertize (point-max)))

(defun kith--imenu ()
  "Return the people, groups, meetings and pages of the buffer."
  (let (people groups meetings pages)
    (save-excursion
      (goto-char (point-min))
      (while (kith--search-record nil)
        (let* ((start (line-beginning-position))
               (name (save-excursion
                       (goto-char start)
                       (string-trim (buffer-substring-no-properties (1+ (kith--lead)) (kith--content-end)))))
               (kind (kith--record-kind)))
          (cond ((eq (kith--class (string-to-char name)) 'digit) (push (cons name start) meetings))
                ((equal kind "page") (push (cons name start) pages))
                (t (setq name (replace-regexp-in-string "\\(?:[ \t]+[@#][^ \t]+\\)+\\'" "" name))
                   (if (member kind '("group" "org")) (push (cons name start) groups) (push (cons name start) people))))
          (end-of-line))))
    (cl-loop for (title . found) in `(("People" . ,people) ("Groups" . ,groups) ("Meetings" . ,meetings) ("Pages" . ,pages))
             when found collect (cons title (nreverse found)))))

(defun kith--record-kind ()
  "Return the kind in the header of the current line's record, or nil."
  (save-excursion
    (pcase-let ((`(,start ,end ,_) (kith--header)) (case-fold-search t))
      (goto-char start)
      (and (re-search-forward "^kind:[ \t]*\\([^ \t\n]+\\)" end t) (downcase (match-string-no-properties 1))))))

;;;; The mode

(defvar kith-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-f") #'kith-format-buffer)
    (define-key map (kbd "M-RET") #'kith-new-item)
    (define-key map (kbd "<backtab>") #'kith-outdent)
    (define-key map [remap fill-paragraph] #'kith-fill)
    (define-key map [remap comment-dwim] #'kith-comment)
    map))

(defun kith--set-up-filling ()
  "Have filling keep to what is a line of its own."
  (setq-local fill-paragraph-function #'kith-fill-paragraph)
  (setq-local fill-nobreak-predicate (cons #'kith--no-break-p fill-nobreak-predicate))
  (setq-local adaptive-fill-function #'kith--prefix)
  (setq-local adaptive-fill-first-line-regexp "\\`[\s\t>/]*\\'")
  (setq-local comment-line-break-function #'kith--new-line)
  (setq-local paragraph-start
              "[ \t]*$\\|[ \t]*[-*+][ \t]\\|[ \t]*```\\|#+[ \t]\\|>\\|//\\|[[:alpha:]][[:alnum:]_-]*:[ \t\n]")
  (setq-local paragraph-separate "[ \t]*$\\|[ \t]*```\\|#+[ \t]\\|---+[ \t]*$"))

(defun kith--set-up-comments ()
  "Have comments stand in lines of their own, from column 0."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local comment-start-skip "//+[ \t]*")
  (setq-local comment-style 'plain)
  (setq-local comment-use-syntax t)
  (setq-local comment-insert-comment-function #'kith-comment)
  (setq-local syntax-propertize-function #'kith--syntax-propertize)
  (setq-local parse-sexp-lookup-properties t))

;;;###autoload
(define-derived-mode kith-mode text-mode "kith"
  "Major mode for kith's notes about people and meetings.

\\{kith-mode-map}
\\[indent-for-tab-command] steps an item a level deeper, with all below it.  Text directly below a
field becomes a part of it, and with the same key once more, text again.
\\[kith-comment] makes a line a comment, \\[kith-fill] fills what is at point, and
\\[default-indent-new-line] goes on with it in a new line.

With `kith-format-on-save' notes get their canonical form when they are saved.
`outline-minor-mode' folds records and sections; \\[imenu] goes to a
person, a group, a meeting or a page; \\[compile] lints the folder.
`flymake-mode' underlines what `kith lint' finds.  `eglot' does so too, and
completes people and shows their cards, where it is installed.
To change how this looks and works: \\[customize-group] RET kith RET."
  (setq-local font-lock-defaults '(kith-font-lock-keywords))
  (kith--set-up-comments)
  (kith--set-up-filling)
  ;; Each line has a direction of its own, lest an Arabic heading takes the fields below it to the right.
  (setq-local bidi-paragraph-start-re "^")
  (setq-local bidi-paragraph-separate-re "^")
  (setq-local indent-line-function #'kith-indent-line)
  (setq-local indent-region-function #'kith-indent-region)
  (setq-local indent-tabs-mode nil)
  ;; As the notation counts tabs.
  (setq-local tab-width 4)
  (setq-local outline-regexp "[\ufeff\u200e\u200f\u061c]*\\s'#\\{0,5\\}[\u200e\u200f\u061c]*[\s\t\u00a0\u3000\n]")
  (setq-local outline-level #'kith--outline-level)
  (add-hook 'outline-minor-mode-hook #'kith--set-up-outline nil t)
  (setq-local imenu-create-index-function #'kith--imenu)
  (setq-local compile-command (concat kith-program " lint --private --color never --output-format concise"))
  (add-hook 'before-change-functions #'kith--before-change nil t)
  (add-hook 'after-change-functions #'kith--after-change nil t)
  (add-hook 'before-save-hook #'kith--format-before-save nil t)
  ;; Alone, since what Emacs has there for all files warns in each that it knows nothing of it.
  (setq-local flymake-diagnostic-functions '(kith-flymake)))

(defconst kith--foreign-regexp
  (concat
   ;; Pajek, perhaps behind comments.
   "\\`\ufeff*\\(?:[\s\t\r]*\\(?:%.*\\|/\\*.*\\)?\n\\)*[\s\t]*"
   "\\(?:\\*vertices[\s\t]+[0-9]\\|\\*network\\(?:[\s\t]+[^*\n]*\\)?\r*$"
   ;; Netlists of KiCad, EDIF and PADS.
   "\\|(export[\s\t\r\n]+(version\\|(edif[\s\t]\\|!PADS-\\|\\*PADS-\\)")
  "What begins a file that ends in .net and holds no notes.")

;;;###autoload
(defun kith-mode-maybe ()
  "Turn on `kith-mode', but not for a Pajek network or a netlist.
Such a file gets the mode that it has without this one."
  (if (save-excursion
        (save-restriction
          (widen)
          (goto-char (point-min))
          (let ((case-fold-search t)) (looking-at-p kith--foreign-regexp))))
      (let ((auto-mode-alist (cl-remove 'kith-mode-maybe auto-mode-alist :key #'cdr))) (set-auto-mode t))
    (kith-mode)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.net\\(\\.md\\)?\\'" . kith-mode-maybe))

(provide 'kith-mode)
;;; kith-mode.el ends here
