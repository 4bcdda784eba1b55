# Home, portrait of a case, history, memos.
