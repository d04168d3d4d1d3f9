;;; kith-program.el --- What kith itself does for its notes  -*- lexical-binding: t -*-

;;; Commentary:

;; How `kith-mode' has `kith' format notes, lint them for flymake, and serve eglot.

;;; Code:

(require 'json)
(require 'subr-x)

(defvar eglot-server-programs)
(declare-function eglot-managed-p "ext:eglot")
(declare-function flymake-make-diagnostic "flymake")

(defcustom kith-program "kith"
  "The command kith, by name or path."
  :group 'kith
  :type 'string)

(defcustom kith-format-on-save nil
  "Whether notes get their canonical form whenever they are saved."
  :group 'kith
  :type 'boolean
  :safe #'booleanp)

(defun kith--call (function)
  "Call FUNCTION in the folder of the buffer's file; return its value.
Its argument is a list of options that name that file to kith."
  (let ((file (buffer-file-name (buffer-base-buffer))))
    (if (or (null file) (file-remote-p file))
        (funcall function nil)
      (let ((default-directory (file-name-directory file)))
        (funcall function (list "--stdin-filename" (file-name-nondirectory file)))))))

(defun kith--coding-system ()
  "Return the coding system of the notes; nil if that is not UTF-8."
  (let ((system (or buffer-file-coding-system 'utf-8-unix)))
    (pcase (coding-system-type system)
      ('utf-8 system)
      ((or 'undecided 'raw-text) (coding-system-change-eol-conversion 'utf-8 (coding-system-eol-type system))))))

(defun kith-format-buffer ()
  "Give the notes of the buffer their canonical form.
Point stays where it is in the text.  If kith leaves them as they are, it is
said why."
  (interactive "*")
  (let ((why (kith--format)))
    (when why (message "kith: %s" why))))

(defun kith--format ()
  "Format the buffer; return what is in the way, or nil."
  (let ((system (kith--coding-system))
        (formatted (generate-new-buffer " *kith format*"))
        (errors (make-temp-file "kith")))
    (unwind-protect
        (if (null system)
            (format "the notes are saved as %s, not as UTF-8; C-x RET f utf-8 RET changes that" buffer-file-coding-system)
          (let ((status (kith--filter system (list formatted errors)))
                (said (with-temp-buffer (insert-file-contents errors) (kith--first-line))))
            (when (eql status 0) (kith--take formatted))
            (cond (said)
                  ((not (eql status 0)) (format "%s" status)))))
      (kill-buffer formatted)
      (delete-file errors))))

(defun kith--filter (system destination)
  "Send the buffer in the coding SYSTEM to `kith format'.
What that writes goes to DESTINATION.  Return the exit status, or a reason
for none."
  (let ((coding-system-for-write system) (coding-system-for-read 'utf-8-unix))
    (save-restriction
      (widen)
      (kith--call
       (lambda (options)
         (condition-case fault
             (apply #'call-process-region (point-min) (point-max) kith-program nil destination nil "format" "-" options)
           (file-missing (error-message-string fault))))))))

(defun kith--first-line ()
  "Return the first line of what kith wrote to the buffer, or nil.
How grave it is stands in front of it, and is left out."
  (goto-char (point-min))
  (when (looking-at "\\(?:error: \\|note: \\)?\\(.+\\)") (match-string 1)))

(defun kith--take (formatted)
  "Replace the buffer's text by that of the buffer FORMATTED.
The file gets the form of lines that kith writes, too."
  (save-restriction
    (widen)
    (replace-buffer-contents formatted 1))
  (when (and buffer-file-coding-system
             (or (memql (coding-system-eol-type buffer-file-coding-system) '(1 2))
                 (coding-system-get buffer-file-coding-system :bom)))
    (set-buffer-file-coding-system 'utf-8-unix)))

(defun kith--format-before-save ()
  "Format the buffer if `kith-format-on-save' is non-nil.
It is saved whatever comes of that."
  (when kith-format-on-save (kith-format-buffer)))

(defvar-local kith--lint nil "The process that lints the buffer for flymake.")

;;;###autoload
(defun kith-flymake (report &rest _)
  "Lint the buffer, and give what there is to REPORT, as flymake asks.
With eglot that is nothing, since eglot does."
  (when (process-live-p kith--lint) (kill-process kith--lint))
  (cond ((and (fboundp 'eglot-managed-p) (eglot-managed-p)) (funcall report nil))
        ((not (executable-find kith-program)) (error "There is no `%s' on the `exec-path'" kith-program))
        (t (let ((source (current-buffer)))
             (setq kith--lint
                   (kith--call
                    (lambda (options)
                      (make-process
                       :name "kith lint" :noquery t :connection-type 'pipe :coding 'utf-8-unix
                       :buffer (generate-new-buffer " *kith lint*") :stderr (kith--errors)
                       :command `(,kith-program "lint" "-" "--private" "--output-format" "json-lines" ,@options)
                       :sentinel (lambda (process _) (kith--linted process source report))))))
             (save-restriction
               (widen)
               (process-send-region kith--lint (point-min) (point-max))
               (process-send-eof kith--lint))))))

(defun kith--errors ()
  "Return an empty buffer for what the linter has to say besides."
  (with-current-buffer (get-buffer-create " *kith lint errors*")
    (erase-buffer)
    (current-buffer)))

(defun kith--linted (process source report)
  "Give what PROCESS wrote about the buffer SOURCE to REPORT.
That is done when it is over."
  (unless (process-live-p process)
    (unwind-protect
        (when (and (buffer-live-p source) (eq process (buffer-local-value 'kith--lint source)))
          (if (memq (process-exit-status process) '(0 1))
              (funcall report (with-current-buffer (process-buffer process) (kith--diagnostics source)))
            (funcall report :panic :explanation (format "kith lint exits with %s" (process-exit-status process)))))
      (kill-buffer (process-buffer process)))))

(defun kith--diagnostics (source)
  "Return what the current buffer lists, as flymake has it for SOURCE."
  (let ((json-object-type 'alist) (json-key-type 'symbol) found)
    (goto-char (point-min))
    (while (looking-at-p "{")
      (let-alist (json-read)
        (push (flymake-make-diagnostic
               source (kith--place source .line .column) (kith--place source .endLine .endColumn)
               (pcase .severity ("error" :error) ("warning" :warning) (_ :note))
               (format "%s %s%s" .code .message (if .help (format " (%s)" .help) "")))
              found))
      (skip-chars-forward "\s\t\n"))
    found))

(defun kith--place (buffer line column)
  "Return the place in BUFFER of LINE and COLUMN, which count from 1."
  (with-current-buffer buffer
    (save-excursion
      (save-restriction
        (widen)
        (goto-char (point-min))
        (forward-line (1- line))
        (min (+ (point) (1- column)) (line-end-position))))))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (list 'kith-mode kith-program "server")))

(provide 'kith-program)
;;; kith-program.el ends here
