;;; kith-lines.el --- Kinds of lines in kith's notes  -*- lexical-binding: t -*-

;;; Commentary:

;; Lines are read as Grammar/Specification.md says, in that order of kinds, so that `kith-mode' takes for a heading, a
;; field or code what kith does.

;;; Code:

(require 'cl-lib)
(require 'subr-x)

(defconst kith--blank "[\s\t\r\u00a0\u3000]")
(defconst kith--gap "[\s\t\r\u00a0\u3000\u200e\u200f\u061c]*" "Blanks, and directional marks, which have no width.")
(defconst kith--blanks "\s\t\r\u00a0\u3000" "Blanks, as `skip-chars-forward' takes them.")
(defconst kith--gaps "\s\t\r\u00a0\u3000\u200e\u200f\u061c" "Blanks and directional marks, likewise.")
(defconst kith--margin "^\ufeff*[\u200e\u200f\u061c]*" "The start of a line that begins in column 0.")
(defconst kith--behind (concat "\\(?:" kith--blank "\\|$\\)") "What a mark wants behind it.")

(defconst kith--record-regexp
  (concat kith--margin "\\(#\\)[\u200e\u200f\u061c]*" kith--blank kith--gap "[^\n\s\t\r\u00a0\u3000\u200e\u200f\u061c]"))
(defconst kith--section-regexp
  (concat kith--margin "\\(##\\{1,5\\}\\)\\(?:[\u200e\u200f\u061c]*" kith--blank "\\|[\u200e\u200f\u061c]*$\\)"))
(defconst kith--item-regexp (concat "^\ufeff*" kith--gap "\\([-*+]\\)" kith--behind))
(defconst kith--field-regexp (concat kith--margin "\\([[:alpha:]][[:alnum:]_-]*\\):" kith--behind))
(defconst kith--fence-regexp (concat "^\ufeff*" kith--gap "\\(```+\\)\\([^`\n]*\\)$"))

(defconst kith--known-keys
  '("kind" "aka" "pronouns" "role" "org" "place" "email" "phone" "url" "address" "birthday" "anniversary" "died" "met"
    "via" "knows" "members" "cadence" "language" "with" "time" "tz" "status" "tags")
  "The keys that may stand below a blank line, too.")

(defconst kith--kinds
  `((blank . ,(concat "^\ufeff*" kith--gap "$"))
    (comment . ,(concat kith--margin "//"))
    (record . ,kith--record-regexp)
    (section . ,kith--section-regexp)
    (separator . ,(concat kith--margin "---+" kith--blank "*$"))
    (quote . ,(concat kith--margin ">"))
    (item . ,kith--item-regexp))
  "Kinds of line that show in the line itself, in the order of trying.")

(defvar-local kith--fences nil "What `kith--fences' found, behind the buffer's tick at that time.")
(defvar-local kith--header nil "What `kith--header' found, behind the buffer's tick at that time.")

(defun kith--fences ()
  "Return the fences of the buffer, in order.
Each is a pair: where its first line begins, and its last.  A fence that
nothing closes is none."
  (let ((tick (buffer-chars-modified-tick)))
    (unless (eql tick (car kith--fences))
      (setq kith--fences (cons tick (save-excursion (save-match-data (save-restriction (widen) (kith--find-fences)))))))
    (cdr kith--fences)))

(defun kith--find-fences ()
  "Return what `kith--fences' does, but look anew."
  (let (marks found (unclosed most-positive-fixnum))
    (goto-char (point-min))
    (while (re-search-forward kith--fence-regexp nil t)
      (push (list (match-beginning 0) (- (match-end 1) (match-beginning 1))
                  (string-blank-p (string-trim (match-string 2) (concat kith--blank "+") (concat kith--blank "+"))))
            marks))
    (setq marks (nreverse marks))
    (while marks
      (let* ((open (pop marks))
             ;; What found no end keeps what is longer from looking for one.
             (rest (and (< (nth 1 open) unclosed)
                        (cl-member-if (lambda (mark) (and (nth 2 mark) (>= (nth 1 mark) (nth 1 open)))) marks))))
        (if (null rest)
            (setq unclosed (min unclosed (nth 1 open)))
          (push (cons (car open) (caar rest)) found)
          (setq marks (cdr rest)))))
    (nreverse found)))

(defun kith--in-fence ()
  "Return `fence' or `code' if the current line is part of a fence."
  (let ((start (line-beginning-position)))
    (cl-loop for (open . close) in (kith--fences)
             until (> open start)
             when (<= start close) return (if (or (= start open) (= start close)) 'fence 'code))))

(defun kith--code-follows-p ()
  "Return non-nil if what is typed behind the current line is code.
So it is in a fence, and below one that nothing closes yet, as far as the
next heading that has a blank line above it."
  (save-excursion
    (save-match-data
      (pcase (kith--in-fence)
        ('code t)
        ('fence (assq (line-beginning-position) (kith--fences)))
        (_ (let ((heading (concat "^" kith--gap "\n\\(?:" kith--record-regexp "\\|" kith--section-regexp "\\)"))
                 (here (line-end-position))
                 open)
             (end-of-line)
             (while (and (setq open (re-search-backward kith--fence-regexp nil t)) (kith--in-fence)))
             (and open (not (re-search-forward heading here t)))))))))

(defun kith--plain-kind ()
  "Return the kind of the current line if its own text is enough.
It must not be in a fence."
  (save-excursion
    (beginning-of-line)
    (car (cl-find-if (lambda (kind) (looking-at (cdr kind))) kith--kinds))))

(defun kith--search-record (backward)
  "Go to the next record heading, or the last one if BACKWARD.
Those in fences are none.  Return whether there is one."
  (let (found)
    (while (and (setq found (if backward
                                (re-search-backward kith--record-regexp nil t)
                              (re-search-forward kith--record-regexp nil t)))
                (kith--in-fence)))
    found))

(defun kith--header ()
  "Return the header of the current line's record.
That is a list: where it begins, with its heading, where it is over, and
where the next record begins.  In the preamble the first two are the same."
  (let ((tick (buffer-chars-modified-tick))
        (start (line-beginning-position)))
    (unless (and (eql tick (car kith--header)) (<= (nth 1 kith--header) start) (< start (nth 3 kith--header)))
      (save-excursion
        (save-match-data
          (save-restriction
            (widen)
            (end-of-line)
            (let ((heading (and (kith--search-record t) (line-beginning-position))))
              (goto-char (or heading (point-min)))
              (let ((end (if heading (kith--header-end) (point))))
                (goto-char start)
                (end-of-line)
                (setq kith--header
                      (list tick (or heading (point-min)) end
                            (if (kith--search-record nil) (line-beginning-position) (1+ (point-max)))))))))))
    (cdr kith--header)))

(defun kith--header-end ()
  "Return the place behind the header whose heading is at point."
  (forward-line)
  (let ((end (point)) (state 'heading) done)
    (while (not (or done (eobp)))
      (pcase (or (kith--in-fence) (kith--plain-kind))
        ('comment)
        ('blank (setq done (eq state 'fields) state 'blank))
        ('nil
         (cond ((looking-at kith--field-regexp)
                (if (and (eq state 'blank) (not (member (downcase (match-string 1)) kith--known-keys)))
                    (setq done t)
                  (setq state 'fields)))
               ((not (and (eq state 'fields) (kith--indented-p))) (setq done t))))
        (_ (setq done t)))
      (forward-line)
      (unless (or done (not (eq state 'fields))) (setq end (point))))
    end))

(defun kith--indented-p ()
  "Return non-nil if there is a blank before the current line's text."
  (save-excursion
    (beginning-of-line)
    (looking-at-p (concat kith--margin kith--blank))))

(defun kith--kind ()
  "Return the kind of the current line, as a symbol.
It is `blank', `comment', `record', `section', `separator', `fence', `code',
`quote', `item', `field', `continuation', which goes on with a field, or
`text', which may go on with an item."
  (save-match-data
    (or (kith--in-fence)
        (kith--plain-kind)
        (pcase-let ((`(,start ,end ,_) (kith--header))
                    (here (line-beginning-position)))
          (cond ((not (and (< start here) (< here end))) 'text)
                ((kith--indented-p) 'continuation)
                (t 'field))))))

(defun kith--lead ()
  "Return the place of the current line's first character of text."
  (save-excursion
    (beginning-of-line)
    (skip-chars-forward "\ufeff")
    (skip-chars-forward kith--gaps)
    (point)))

(defun kith--column ()
  "Return the column of the current line's text."
  (save-excursion (goto-char (kith--lead)) (current-column)))

(defun kith--content-end ()
  "Return the place behind the current line's text."
  (save-excursion
    (end-of-line)
    (skip-chars-backward kith--blanks (line-beginning-position))
    (point)))

(defun kith--item ()
  "Return the beginning of the item that the current line is part of.
That is nil if it is part of none."
  (save-excursion
    (beginning-of-line)
    (while (and (memq (kith--kind) '(text comment)) (zerop (forward-line -1))))
    (and (eq (kith--kind) 'item) (point))))

(provide 'kith-lines)
;;; kith-lines.el ends here
