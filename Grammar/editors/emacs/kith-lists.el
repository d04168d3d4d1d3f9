;;; kith-lists.el --- Indentation and lists of kith's notes  -*- lexical-binding: t -*-

;;; Commentary:

;; How `kith-mode' indents lines, moves items between levels and begins new ones.

;;; Code:

(require 'cl-lib)
(require 'subr-x)
(require 'kith-lines)

(defun kith--item-above ()
  "Go to the nearest item above, of the same list; return its column.
If there is none, stay and return nil."
  (let ((start (point)) found text done)
    (beginning-of-line)
    (while (not (or found done))
      (if (not (zerop (forward-line -1)))
          (setq done t)
        (pcase (kith--kind)
          ('item (setq found (kith--column)))
          ('text (setq text t))
          ('comment)
          ('blank (setq done text))
          (_ (setq done t)))))
    (unless found (goto-char start))
    found))

(defun kith--ancestors (column)
  "Return the columns of the items that one in COLUMN is below.
It is on the current line.  The nearest is the first."
  (save-excursion
    (let (found above)
      (while (and (> column 0) (setq above (kith--item-above)))
        (when (< above column) (push above found) (setq column above)))
      (nreverse found))))

(defun kith--choices ()
  "Return the columns for the current line, the least first.
They are those of an item, or of text below a field and what goes on with it."
  (save-excursion
    (if (memq (kith--kind) '(text continuation))
        '(0 2)
      (let ((above (kith--item-above)))
        (if above (nreverse (cons (+ above 2) (cons above (kith--ancestors above)))) '(0))))))

(defun kith--below-item-p ()
  "Return non-nil if the line above is an item or part of one."
  (save-excursion (and (zerop (forward-line -1)) (kith--item))))

(defun kith--below-field-p ()
  "Return non-nil if the line above is part of a field."
  (save-excursion (and (zerop (forward-line -1)) (memq (kith--kind) '(field continuation)))))

(defun kith--canonical-column ()
  "Return the column that the formatter has for the current line.
Return nil to leave it, as all but items and their further lines."
  (pcase (kith--kind)
    ('item (* 2 (length (kith--ancestors (kith--column)))))
    ('text (let ((column (kith--column)) (item (and (kith--below-item-p) (kith--item))))
             (when (and item (> column 0))
               (save-excursion
                 (goto-char item)
                 (+ 2 (kith--canonical-column) (max 0 (- column (kith--column) 2)))))))))

(defun kith--indentation ()
  "Return the column that is best for the current line's text.
Return nil to leave it."
  (let ((kind (kith--kind)))
    (if (looking-at-p "[ \t]*//")
        (and (not (eq kind 'code)) 0)
      (pcase kind
        ('continuation 2)
        ('text (when (kith--below-item-p)
                 (save-excursion (goto-char (kith--item)) (+ 2 (kith--column)))))
        ('blank (save-excursion
                  (if (kith--below-item-p)
                      (kith--item-above)
                    (forward-line -1)
                    ;; A list goes on below its comma.
                    (if (and (memq (kith--kind) '(field continuation)) (looking-at-p ".*[,،、][ \t]*$")) 2 0))))
        ((or 'item 'code 'fence) nil)
        (_ 0)))))

(defun kith-indent-line ()
  "Indent the current line.
With \\[indent-for-tab-command], an item or an empty line below one goes a
level deeper, with all below it, and from the deepest to the margin.  With
that key, text directly below a field becomes a part of it, and once more,
text again.  Where `tab-always-indent' is `complete', that is so up to where
the line's words begin only."
  (interactive)
  (if (and (eq this-command 'indent-for-tab-command) (not (use-region-p)) (kith--steps-p))
      (kith--step #'<)
    (let ((column (save-excursion (beginning-of-line) (kith--indentation))))
      (if column (kith--indent-to column) 'noindent))))

(defun kith--steps-p ()
  "Return non-nil if the tabulator is to move the current line."
  (let ((kind (kith--kind)))
    (pcase kind
      ('blank (save-excursion (kith--item-above)))
      ((or 'item 'text 'continuation)
       (and (or (not (eq tab-always-indent 'complete)) (<= (point) (kith--words kind)))
            (pcase kind
              ('item t)
              ('text (and (zerop (kith--column)) (kith--below-field-p)))
              ;; A key that is pressed without a thought leaves a header whole.
              (_ (and (= (kith--column) 2) (eq last-command this-command)))))))))

(defun kith--words (kind)
  "Return where the words begin in the current line of KIND."
  (save-excursion
    (goto-char (kith--lead))
    (when (eq kind 'item)
      (forward-char)
      (skip-chars-forward "\s\t"))
    (point)))

(defun kith-outdent ()
  "Move the item at point, and all below it, a level to the margin.
What goes on with a field becomes text of its own."
  (interactive)
  (if (memq (kith--kind) '(item blank continuation)) (kith--step #'>) (kith-indent-line)))

(defun kith--step (order)
  "Move the current line to the next of its columns in ORDER.
What is below its item comes along."
  (let* ((column (kith--column))
         (choices (kith--choices))
         (next (if (eq order #'<)
                   (or (cl-find-if (lambda (choice) (< column choice)) choices) (car choices))
                 (or (cl-find-if (lambda (choice) (> column choice)) (reverse choices)) (min column (car choices))))))
    (when (eq (kith--kind) 'item)
      (save-excursion
        (while (and (zerop (forward-line)) (not (eobp)) (kith--below-p column))
          (when (> (kith--column) column) (kith--indent-to (max 0 (+ (kith--column) (- next column))))))))
    (kith--indent-to next)))

(defun kith--below-p (column)
  "Return non-nil if the current line is part of the item in COLUMN above."
  (pcase (kith--kind)
    ('item (> (kith--column) column))
    ((or 'text 'comment) t)))

(defun kith--indent-to (column)
  "Indent the current line to COLUMN; point stays in the text."
  (let ((text (kith--lead)) (behind (- (point-max) (point))))
    (unless (= column (kith--column))
      (save-excursion
        (beginning-of-line)
        (delete-region (point) text)
        (indent-to column)))
    (goto-char (max (- (point-max) behind) (kith--lead)))))

(defun kith-indent-region (start end)
  "Indent the lists between START and END as the formatter does.
A further line of an item that is in column 0 stays there."
  (let (places)
    (save-excursion
      (goto-char start)
      (beginning-of-line)
      ;; All columns are read before the first line moves, since an item's level depends on the lines above.
      (while (< (point) end)
        (when-let* ((column (kith--canonical-column))) (push (cons (point-marker) column) places))
        (forward-line))
      (pcase-dolist (`(,place . ,column) places)
        (goto-char place)
        (kith--indent-to column)
        (set-marker place nil)))))

(defun kith-new-item ()
  "Begin an item like the one at point; in an empty one, end the list.
What is behind point comes along.  In code, begin a line."
  (interactive "*")
  (let* ((item (kith--item))
         (prefix (if item
                     (save-excursion
                       (goto-char item)
                       (looking-at "[\ufeff]*\\([^-*+]*[-*+]\\)[ \t]*\\(?:\\(\\[[ xX-]\\]\\)\\(?:[ \t]\\|$\\)\\)?")
                       (concat (match-string 1) " " (if (match-beginning 2) "[ ] " "")))
                   "- ")))
    (cond ((kith--code-follows-p) (newline))
          ((and item (= item (line-beginning-position)) (= (match-end 0) (line-end-position))
                (looking-back "[-*+\s\t]\\|\\]" (line-beginning-position)))
           (delete-region item (line-end-position))
           ;; Directly below the list, text would go on with its last item.
           (insert "\n"))
          (t (when (or item (memq (kith--kind) '(text quote blank)))
               (delete-horizontal-space))
             (unless (and (not item) (bolp) (eolp)) (insert "\n"))
             (insert prefix)))))

(provide 'kith-lists)
;;; kith-lists.el ends here
