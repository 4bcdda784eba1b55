# What every room says: severity and form of diagnostics.
severity-note = note
severity-warning = warning
severity-error = error
# The place keeps the form compilers use: an editor can open it.
diagnostic-line = { $place }: { $severity }: { $message }
