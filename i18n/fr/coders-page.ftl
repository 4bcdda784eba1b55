# Codeurs, accord, désaccords.
