# Home, portrait of a case, history, memos.
home-empty-title = A study without interviews
home-empty = No interview yet. Put files into the study’s “transcripts” folder, then run “propos import”.
home-facts = { $interviews ->
        [one] { $interviews } interview
       *[other] { $interviews } interviews
    }, { $words ->
        [one] { $words } word
       *[other] { $words } words
    } of respondents, { $codings ->
        [one] { $codings } coding
       *[other] { $codings } codings
    } { $persons ->
        [0] without a coder
        [one] by one person
        [2] by two people
        [3] by three people
       *[other] by { $persons } people
    }{ $respondents ->
        [0] .
        [one] , { $respondents } questionnaire.
       *[other] , { $respondents } questionnaires.
    }
home-saved = Last change:
home-resume = Resume { $id } at turn { $turn }
home-resume-read = { $read ->
        [one] You have read { $read } turn of { $turns }.
       *[other] You have read { $read } turns of { $turns }.
    }
home-resume-do = Resume reading
home-begin = Begin { $id }, { $person }
home-begin-turns = { $count ->
        [one] One turn to read; you have coded nothing in it yet.
       *[other] { $count } turns to read; you have coded nothing in it yet.
    }
home-begin-do = Open the interview
home-settle = Settle { $id }
home-settle-left = { $count ->
        [one] One disagreement is left on this interview.
       *[other] { $count } disagreements are left on this interview.
    }
home-settle-do = Open both readings
home-uncoded = Read { $id } again
home-uncoded-left = { $count ->
        [one] One turn of the respondent has no coding of yours.
       *[other] { $count } turns of the respondent have no coding of yours.
    }
home-typology = Look at the profiles
home-typology-detail = Everything is read, coded and settled.
home-typology-do = Open the typology
home-interviews = The interviews
home-legend = Themes
home-number = No.
home-person = Respondent
home-strips = Your codings, from beginning to end
home-you = You
home-col-uncoded = Uncoded
home-col-memos = Memos
home-col-read = Read
home-age = { $years ->
        [one] { $years } year old
       *[other] { $years } years old
    }
home-strip = { $count ->
        [0] { $id }: nothing coded by you
        [one] { $id }: one coding of yours
       *[other] { $id }: { $count } codings of yours along the interview
    }
home-waiting = To settle
home-waiting-none = Nothing is waiting.
home-waiting-all = All that is waiting
home-questions = { $count ->
        [one] disagreement to settle
       *[other] disagreements to settle
    }
home-questions-detail = { $first } and { $second }, { $count ->
        [one] one interview
       *[other] { $count } interviews
    }
home-adjusted = { $count ->
        [one] coding touched by a correction
       *[other] codings touched by a correction
    }
home-unplaced = { $count ->
        [one] coding row without a place
       *[other] coding rows without a place
    }
home-unlinked = { $count ->
        [one] interview without its questionnaire
       *[other] interviews without their questionnaire
    }
home-diagnostics = { $count ->
        [one] remark of the import
       *[other] remarks of the import
    }
home-recent = Recent changes
home-recent-all = The whole history
home-undo = Undo

when-time = { $hour }:{ $minutes }
when-yesterday = yesterday, { $time }

pending-title = To settle
pending-questions = Disagreements
pending-questions-of = { $left ->
        [one] { $left } disagreement to settle of { $total }
       *[other] { $left } disagreements to settle of { $total }
    }
pending-adjusted = Codings touched by a correction
pending-adjusted-about = The text changed under these codings. Keep the new place, choose another one in the interview, or remove the coding.
pending-adjusted-one = Adjusted
pending-lost = Without a place
pending-turn = turn { $turn }
pending-accept = Keep
pending-elsewhere = Choose another place
pending-remove = Remove
pending-accepted = The coding keeps its new place.
pending-removed = Removed.
pending-unplaced = Coding rows without a place
pending-unplaced-about = These rows of your tables quote words that the interview does not hold, or holds several times. They are tried again at every import.
pending-unlinked = Interviews without their questionnaire
pending-linked-twice = Questionnaire { $respondent } is also that of { $also }.
pending-names-nobody = The header gives no questionnaire number.
pending-names-unknown = Questionnaire { $respondent } is not in the file of answers.
pending-diagnostics = Remarks of the import

history-none = No change yet.
done-import = { $new ->
        [0] { $changed ->
            [one] One file read again
           *[other] { $changed } files read again
        }
        [one] One file imported
       *[other] { $new } files imported
    }{ $codings_added ->
        [0] { "" }
        [one] , one coding added
       *[other] , { $codings_added } codings added
    }
done-settle = { $choice ->
        [first] Disagreement settled, { $code }, { $transcript }
        [second] Disagreement settled, { $code }, { $transcript }
        [union] Disagreement settled, { $code }, { $transcript }
        [none] Disagreement settled, { $code } dropped, { $transcript }
       *[other] Disagreement opened again, { $code }, { $transcript }
    }
done-accept = New place kept, { $code }, { $transcript }
done-remove = { $code } removed, { $transcript }
done-drop-row = Row without a place removed, { $transcript }
done-undo = Undone: { $words }
done-other = Change “{ $kind }” { $transcript }
