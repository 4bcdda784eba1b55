# The command line.

help-heading-usage = Usage:
help-heading-options = Options
help-heading-arguments = Arguments
help-heading-commands = Commands
help-propos = What was said: from interviews to profiles, and from profiles to the questionnaire.
help-propos-study = Folder of the study; else the nearest one upward that holds study.toml
help-propos-lang = Language of the output: fr or en; else the study’s, else the machine’s
help-propos-coder = Who acts, as the history will name them
help-propos-help = Shows this help
help-propos-version = Shows the version
help-propos-json = Writes the result as JSON
help-propos-limit = At most this many results
help-propos-count = Writes only the number of results
help-propos-transcript = In this interview only
help-propos-code = For this code, by its id or title
help-init = Makes an empty study: its study.toml and its folders
help-init-folder = Folder of the new study
help-init-title = Title of the study
help-import = Reads files into the study: interviews, codebook, codings, questionnaire, administrative records, projects of other programs (QDPX, QDC)
    .more = An unchanged file is not read again. A changed interview becomes a new version, and each coding is put back in its place. If a file has an error, nothing is changed.
help-import-paths = Files or folders; none: the study’s own
help-import-preview = Shows what is understood of the interviews (speakers, turns, times, doubts); writes nothing
help-check = Reads all files and says what is wrong, changing nothing
help-build = Imports what changed, indexes, computes scores, profiles and link, writes the report
help-serve = Opens the study in the browser: read, code, search, compare
help-serve-open = Opens the browser too
help-serve-port = Port on this machine (7180); 0: any that is free
help-build-edition = Edition of the report: internal (scores of each person) or public
help-build-sections = Sections of the report, separated by commas: essentials, material, interviews, profiles, questionnaire, activity, limits, annexes; else those of study.toml, else all
help-search = Searches the interviews
    .more = Query: all words are wanted; OR, -word, "phrase", "a b"~5 (within five words, in order), word* (beginning), word~1 (one typing error), =word (exact form). Filters: speaker:, role:respondent, transcript:, code:, and any attribute, such as event:séparation. Accents, case, apostrophes and elisions do not matter.
help-search-query = What to search
help-search-context = Words shown before and after; without this option, the whole turn
help-codings = Lists coded passages
help-codings-sub_codes = With the codes under it
help-codings-by = By this person only
help-codings-attributes = In the interviews that have this attribute
help-matrix = Crosses codes with interviews, codes or an attribute
help-matrix-columns = Columns: transcripts (interviews), codes, or the name of an attribute
help-matrix-unit = What is counted: segments (extracts), interviews or words
help-matrix-csv = Writes a table separated by semicolons
help-typology = Groups the interviews into profiles, and says what that grouping is worth
help-typology-profiles = Number of profiles; else that of study.toml
help-typology-measure = Measure of the axes: presence, segments, rate, coverage, mean-intensity or intensity
help-typology-seed = Seed of the draws; else that of study.toml
help-lexical = Counts and classifies the interviewees’ words: classes of segments (Reinert), vocabulary of profiles
help-lexical-classes = Number of classes (6)
help-lexical-segment = Words of a segment, about (40)
help-lexical-double = Words of a segment of a second classification, crossed with the first, such as 60
help-lexical-forms = Counts forms as written instead of stems
help-lexical-profiles = Crosses classes with profiles
help-lexical-specificities = Tells what each profile says more or less than the others
help-lexical-export = Writes the interviewees’ words for another program: iramuteq FILE
help-saturation = Tells whether the last interviews still bring new codes
help-typology-stability = Puts the partition to every trial: cases drawn again, noise, one code left out, other methods
help-profile = Says what each profile is: codes, central and boundary cases, attributes, quotes
help-profile-profile = One profile only, such as P1
help-profile-seed = Seed of the draws; else that of study.toml
help-scale = Tells how the scales are scored and whether their items hold together
help-scale-scale = One scale only, by its identifier
help-weights = Brings the questionnaire to the margins of its population, beside the figures as they are
help-suggest = Proposes codes for the sentences that nobody coded, and says what the proposals are worth
    .more = propos learns from the team’s codings, on this machine only. Precision and recall are measured on interviews held out one by one. A proposal writes nothing: it has to be accepted.
help-suggest-precision = Measured precision under which a code is silent, between 0 and 1; else that of study.toml, else 0.7
help-suggest-accept = Accepts these proposals: each becomes a coding
help-suggest-reject = Rejects these proposals: the code does not belong there
help-suggest-ignore = No longer shows these proposals, without judging them
help-link = Links the profiles to the questionnaire’s scores
help-indicators = Counts what was done, for whom and how long
help-indicators-by_family = Also counts every row as an intervention, with intervals that draw families
help-history = Lists the changes: what, when, by whom
help-history-runs = The results kept instead of the changes: what, when, from which files, with which seed
help-roles = Tells who asks and who answers in an interview, or changes it
help-roles-transcript = The interview, by its identifier
help-roles-swap = Exchanges the roles: who asked answers, who answered asks
help-roles-interviewer = This label asks; repeatable
help-roles-respondent = This label answers; repeatable
help-undo = Takes back the last change
help-undo-mine = Among one’s own changes only
help-redo = Does the last undone change again
help-redo-mine = Among one’s own changes only
help-export = Writes the study as a folder of readable files, which imports to the same study, or for other programs
    .more = The interviewees’ text for IRaMuTeQ: propos lexical --export iramuteq FILE. Codings and passages: propos codings --json.
help-export-folder = Folder to write; it must be empty or not exist
help-export-qdpx = REFI-QDA project to write, for NVivo, MAXQDA, ATLAS.ti, QualCoder…
help-export-qdc = REFI-QDA codebook to write
help-export-target = Program that is to read the project: default, nvivo, maxqda or atlasti
help-export-html = Report to write as an HTML page; without a file name, in the folder of outputs
help-export-pdf = Report to print as PDF, by a Chromium, Chrome or Edge of this machine, else by its LibreOffice; without a name, in the folder of outputs
help-export-docx = Report to write as a Word file; without a file name, in the folder of outputs
help-export-odt = Report to write as an OpenDocument text, for LibreOffice; without a file name, in the folder of outputs
help-export-xlsx = Tables of the report to write as a workbook; without a file name, in the folder of outputs
help-export-checklist = Checklist to write in the place of the report, filled with what the study tells: coreq (32 items) or srqr (21 items)
help-export-sections = Sections of the report, separated by commas: essentials, material, interviews, profiles, questionnaire, activity, limits, annexes; else those of study.toml, else all
help-export-edition = Edition of the document: internal (scores of each person) or public
help-export-browser = Has a browser print the PDF: this one, else the first found
help-export-office = Has LibreOffice make the PDF from the Word file: this one, else the first found
help-export-web_annotation = Folder of annotations of the web (W3C, JSON-LD) to write, with the texts
help-export-tidy = Folder of tables to write, for R and pandas: csv, xlsx, JSON, and the dictionary of columns
help-export-deposit = Zip archive to write for a deposit: study, history, computations, tables, checksums
help-export-licence = Licence under which the archive may be used
help-completions = Writes the completions of a shell
help-completions-shell = bash, zsh, fish, elvish or powershell

usage-unknown-argument = Unknown option: { $what }
usage-unknown-command = Unknown command: { $what }
usage-missing = Missing: { $what }
usage-invalid-value = “{ $value }” does not suit { $what }.
usage-conflict = { $what } does not go with the other options given.
usage-nearest = Possible: { $nearest }
usage-help = For help: propos --help

progress-transcripts = Interviews
progress-interventions = Interventions
progress-codes = Codes

error-word = Error:
error-output = the result cannot be written ({ $reason }).
error-no-study = there is no study in { $folder }.
hint-no-study = A study is a folder that holds study.toml. To make one: propos init FOLDER. To name one: --study FOLDER.
error-study-exists = { $folder } holds a study already.
hint-study-exists = To read files into it: propos import. To start anew, choose another folder.
error-refused = { $count ->
    [one] one error in the files
   *[other] { $count } errors in the files
 }; nothing was changed.
hint-refused = Mend the lines named, then run it again. propos check lists them without changing anything.
error-unknown = { $kind } “{ $name }”: the study has none.
hint-nearest = Perhaps: { $nearest }
hint-unknown-code = propos matrix lists the codes; name one by its id or its title.
hint-unknown-transcript = propos matrix lists the interviews.
hint-unknown-coder = propos codings names who coded.
hint-unknown-attribute = The attributes are those of the interviews’ front matter, such as event.
hint-unknown-profile = propos typology lists the profiles.
hint-unknown-suggestion = propos suggest lists the open proposals, with the same option --precision.
error-nothing-to-undo = there is nothing to undo.
error-nothing-to-redo = there is nothing to redo.
error-undo-conflict = what would be undone was changed since by { $coder }, in change { $number }.
hint-undo-conflict = Nothing was changed. That change has to be undone first.
blind-round = Blind round “{ $round }”{ $dated ->
    [yes] { " " }until { $until }
   *[no] { "" }
 }: what the others coded or noted on { $transcripts } is not read.
error-empty = the study has { $missing } yet.
hint-empty = Put the files into the study’s folders, then run propos build; propos serve --open opens the study in the browser, to read and code.
error-query = the query does not read: { $reason }
hint-query = For the syntax: propos search --help
error-typology = the profiles cannot be computed: { $reason }
hint-typology = See the weights of the codes in the codebook, and the section [typology] of study.toml.
error-file-read = { $path } cannot be read ({ $reason }).
error-file-write = { $path } cannot be written ({ $reason }).
error-file-list = { $path } cannot be listed ({ $reason }).
file-reason = { $reason ->
    [gone] it does not exist
    [denied] access is refused
    [is-folder] it is a folder
    [is-file] a file stands in the place of a folder
    [large] it is larger than two gigabytes
   *[other] { $reason }
 }
error-print-no-browser = no browser of this machine can print as PDF.
hint-print-no-browser = Install Chromium, Chrome or Edge (for example: apt install chromium), or name one: --browser PROGRAM. Else --office has LibreOffice print, and propos export --html writes the page, which another browser prints. No file was changed.
error-print-no-office = there is no LibreOffice on this machine, or it is not where it is looked for.
hint-print-no-office = Install LibreOffice (for example: apt install libreoffice-writer), or name its program: --office PROGRAM (soffice). Else propos export --docx writes the Word file, which any word processor prints. No file was changed.
error-print-no-program = no program of this machine can print as PDF.
hint-print-no-program = Install Chromium, Chrome or Edge (for example: apt install chromium) or LibreOffice (apt install libreoffice-writer); or name one: --browser PROGRAM, --office PROGRAM. Else propos export --html writes the page, which another browser prints. No file was changed.
error-typeset-letters = the fonts of propos lack letters of this document: { $letters }.
hint-typeset-letters = Install Chromium, Chrome, Edge or LibreOffice, which print with the fonts of the machine. Else propos export --html or --docx writes the document. No file was changed.
error-print-not-started = { $program } does not start ({ $reason }).
error-print-failed = { $program } did not print the document{ $said ->
    [none] { "" }
   *[other] { "" } ({ $said })
 }.
error-print-too-long = { $program } had not printed the document after { $seconds } seconds.
hint-print = Name another program: --browser PROGRAM (Chromium, Chrome or Edge), --office PROGRAM (LibreOffice). Else propos export --html writes the page, which an open browser prints. No file was changed.
error-folder-not-empty = { $path } is not empty; the export overwrites nothing.
error-store-damaged = the study’s database, .propos/study.db, is damaged.
hint-store-damaged = Nothing was written to it. Rename the folder .propos, then run propos build: the study is read again from its files. The history stays in the renamed folder.
error-store-foreign = the study’s database, .propos/study.db, does not have the tables of this version of propos.
hint-store-foreign = Nothing was written to it. Rename the folder .propos, then run propos build: the study is read again from its files. The history stays in the renamed folder.
error-store-newer = the study’s database, .propos/study.db, was written by a newer version of propos.
hint-store-newer = Nothing was written to it. Install the newest version, then run it again.
error-store-busy = another program holds the study’s database, .propos/study.db.
hint-store-busy = Wait until it has finished, or close it, then run it again. Nothing was changed.
error-internal = { $reason }
hint-internal = This is a fault of propos or of the machine, not of your files. Nothing is lost: the study is as it was before the command.
cli-more-findings = { $count ->
    [one] … and one more
   *[other] … and { $count } more
 }; propos check lists them all.
cli-other-findings = { $count ->
    [one] One warning or note is not shown here
   *[other] { $count } warnings or notes are not shown here
 }; propos check lists them.

kind-code = Code
kind-transcript = Interview
kind-coder = Coder
kind-attribute = Attribute
kind-speaker = Speaker
kind-axis = Axis
kind-suggestion = Proposal
kind-measure = Measure
kind-profile = Profile
missing-transcripts = no interview
missing-codings = no coding
missing-codebook = no codebook
missing-questionnaire = no questionnaire
missing-administrative = no administrative records
missing-typology = no profiles
missing-link = no link declared in study.toml, [link],
missing-operation = no open operation

init-default-title = Untitled study
init-done = Study made in { $folder }: study.toml and five folders.
init-next = Next: put the interviews into transcripts/, the codebook into codebook/, then run propos build; propos serve --open opens the study in the browser, to read and code.

check-summary = { $errors ->
    [0] No error
    [one] One error
   *[other] { $errors } errors
 }, { $warnings ->
    [0] no warning
    [one] one warning
   *[other] { $warnings } warnings
 }, { $notes ->
    [0] no note
    [one] one note
   *[other] { $notes } notes
 }.

import-nothing = Nothing changed ({ $files } { $files ->
    [one] file
   *[other] files
 } read).
import-files = Files: { $new } new, { $changed } changed, { $unchanged } unchanged.
import-codings = Codings: { $added } added, { $removed } removed, { $unplaced } without a place.
import-verdicts = Codings put back: { $exact } in the same place, { $moved } moved, { $approximate } whose words changed, { $lost } lost.
import-approximate = { $transcript } · { $code } · { $coder }: “{ $before }” → “{ $after }”
import-lost = { $transcript } · { $code } · { $coder }: “{ $before }” was not found again; the coding is kept

history-runs-empty = No result kept: run propos build.
history-run = propos { $version }, { $draws ->
        [none] nothing drawn
       *[other] seed { $seed }
    }, files { $inputs }
roles-changed = The roles of { $id } are changed. The export writes them in the front matter; propos undo sets them back.
roles-same = Nothing to change: { $id } has these roles already.
history-empty = No change.
history-import = import: { $new } { $new ->
    [one] new file
   *[other] new files
 }, { $changed } changed, { $added } { $added ->
    [one] coding added
   *[other] codings added
 }, { $removed } removed{ $identifiers ->
    [0] {""}
   *[other] , direct identifiers let in: { $identifiers }
 }
history-undo = undoes change { $number }
history-redo = redoes change { $number }
history-coding = coding by hand ({ $added ->
    [one] one passage
   *[other] { $added } passages
})
history-change-coding = a coding changed
history-remove-coding = { $removed ->
    [one] a coding removed
   *[other] { $removed } codings removed
}
history-code-new = a new code
history-roles = roles changed
history-correction = text corrected
history-theme-new = new theme
history-theme-change = theme changed
history-theme-move = theme moved
history-code-change = code changed
history-code-move = code moved
history-code-merge = codes merged
history-code-split = code split
history-code-retire = code retired
history-code-reinstate = code taken up again
history-definition-checked = passages reviewed under the present definition
history-assign-case = case put in a profile
history-name-profile = profile named
history-write-portrait = portrait of a profile
history-conclude = conclusion on a profile
history-measure-axis = axis measured otherwise
history-memo = a new memo
history-change-memo = a memo changed
history-remove-memo = a memo removed
history-save-query = a query named
history-remove-query = a query removed
history-suggestion = proposals answered ({ $added ->
    [0] no coding
    [one] one coding
   *[other] { $added } codings
})
history-undone = { " " }(undone by { $number })
undo-done = Undone:
redo-done = Redone:
undo-import-hint = The study’s folder is untouched: at the next import, the changed files are read again.

welcome-no-study = There is no study in { $folder }.
welcome-no-study-next =
    To make one here:                  propos init
    To name one:                       propos --study FOLDER …
    For help:                          propos --help
welcome-study = Study: { $folder }
welcome-next =
    propos build                       import, compute, write the report
    propos search "words"              search the interviews
    propos codings --code CODE         read the passages of a code
    propos check                       check the files
    propos --help                      all commands

codings-turn = turn { $turn }
codings-intensity = { " " }· intensity { $value }
codings-approximate = { " " }· words changed
codings-lost = { " " }· passage lost
codings-memo = Memo: { $memo }
codings-summary = { $count ->
    [0] No passage.
    [one] One passage, in one interview.
   *[other] { $count } passages, in { $interviews ->
        [one] one interview
       *[other] { $interviews } interviews
    }.
 }

search-none = No turn.
search-summary = { $total ->
    [one] One turn.
   *[other] { $total } turns.
 }
search-shown = { " " }{ $shown } shown; --limit shows more.
search-turn = turn { $turn }

matrix-total = All
matrix-code = Code
matrix-interviews = Interviews
matrix-segments = Extracts
matrix-words = Words

typology-method = Exact optimum among { $partitions ->
        [one] the one partition that there is
       *[other] all { $partitions } partitions
    }; { $known ->
        [yes] the next is { $ratio } worse
       *[no] nothing to compare it with, { $ratio }
    }.
typology-kmeans = k-means, { $starts } starts, of which { $reached } reach it; { $known ->
        [yes] the next partition that they met is { $ratio } worse
       *[no] nothing to compare it with, { $ratio }
    }. The optimum is not certain beyond fifteen cases.
typology-not-unique = Not unique: { $most ->
        [yes] at least { $count }
       *[no] { $count }
    } partitions reach the optimum.
typology-case = Case
typology-profile = Profile
typology-membership = Membership
typology-silhouette = Silhouette
typology-agreement = Method
typology-moved = Cases that move
typology-none = none
typology-boundary = Boundary cases: { $cases }
typology-typical = more intense: { $codes }
typology-untypical = less intense: { $codes }
typology-paragon = most central case: { $cases }
typology-assigned = { $case }: { $computed } as computed, { $profile } as the team says ({ $reason })

link-own = Scores of the interviewees, 0 to 100; exact permutation Kruskal-Wallis, Holm
link-scale = Scale
link-p = p
link-p-holm = corrected p
link-n = n
link-assigned = Respondents near a profile
link-indeterminate = Indeterminate
link-outside = Outside the typology
link-outside-rule = Outside the typology: farther from the nearest centre than 99 of 100 people of its profile would be (distance { $least } to { $most } by profile, common deviation { $sigma }).
link-validation = The { $n } interviewees find their own profile, each left out in turn, in { $hits } cases (interval: { $interval }).
link-nobody = No interviewee can be linked to answers: no scores by profile, nobody brought near one.
link-no-validation = Each interviewee left out in turn: undefined ({ $reason }).
link-no-score = no score, too few items are answered
link-no-crosstab = { $variable }: undefined ({ $reason })
link-active = active (served the assignment)
link-scores = Scores of the respondents by profile; Kruskal-Wallis, Holm
link-epsilon = ε²
link-crosstab = { $variable }: χ² = { $chi2 }, { $p }, corrected V = { $v } (n = { $n }); over draws { $draws }
link-v-drawn = Corrected V (Bergsma): { $level } interval, { $draws } draws of as many respondents, seed { $seed }.

indicators-title = { $families } families, { $rows } rows
indicators-duplicates = { $count ->
    [one] One family stands twice: its first row is kept.
   *[other] { $count } families stand twice: their first row is kept.
 }
indicators-set-aside = { $count ->
    [one] One intervention opened after the extraction is set aside from the durations.
   *[other] { $count } interventions opened after the extraction are set aside from the durations.
 }
indicators-line = { $name }: { $text }
indicators-also = { $text }; { $goal }
indicators-event = Event
indicators-families = Families
indicators-all = All
indicators-objective = objective { $value }
indicators-characteristic = Characteristic
indicators-concerned = Families concerned
indicators-others = Other families
indicators-smd = Standardised difference
indicators-durations = Durations, in days
indicators-no-interval = , without an interval ({ $reason })
indicators-median = median: { $median }{ $interval }; of the closed alone: { $closed }; { $open } of { $n } still open
indicators-event-median = median: { $median } of { $n }

export-document-done = Written: { $file }{ $printer ->
    [none] { "" }
   *[other] { "" } (printed by { $printer })
 }
export-checklist-items = { $known } { $known ->
    [one] item filled
   *[other] items filled
 } from the study, { $answered } { $answered ->
    [one] written
   *[other] written
 } by the team, { $open } to complete (study.toml, [checklists.{ $name }]).
export-annotations-done = { $n } annotations written into { $folder }{ $lost ->
    [0] .
    [one] ; one coding without a passage is left out.
   *[other] ; { $lost } codings without a passage are left out.
 }
export-tidy-done = { $n } tables written into { $folder }, as csv, xlsx and JSON{ $cut ->
    [0] .
    [one] ; one text too long for a cell is cut in the workbook, not elsewhere.
   *[other] ; { $cut } texts too long for a cell are cut in the workbook, not elsewhere.
 }
export-deposit-done = { $n } files written into { $file }
    SHA-256 { $sha256 }
export-done = Study written into { $folder }: { $files } { $files ->
    [one] file
   *[other] files
 }.

build-title = { $title }
build-interviews = Interviews      { $transcripts } · { $turns } { $turns ->
    [one] turn
   *[other] turns
 } · { $words } words of the { $transcripts ->
    [one] interviewee
   *[other] interviewees
 }
build-codings = Codings         { $codings } · { $coders } { $coders ->
    [one] coder
   *[other] coders
 } · { $codes } { $codes ->
    [one] code
   *[other] codes
 } · { $unplaced } without a place
build-questionnaire = Questionnaire   { $respondents } answers · { $linked } linked to an interview
build-casework = Interventions   { $interventions } · { $recipients } recipients
build-profile = { $name } — { $cases }
build-diagnostics = Findings        { $errors } { $errors ->
    [one] error
   *[other] errors
 }, { $warnings } { $warnings ->
    [one] warning
   *[other] warnings
 }, { $notes } { $notes ->
    [one] note
   *[other] notes
 } (propos check)
build-workbook = Tables          { $path }
build-word = Word document   { $path }
build-report = Report          { $path }
build-invented = { $text }.
build-no-profiles = No profiles: { $reason }

serve-at = The study is open at { $address }
serve-stop = This address opens the study to whoever knows it: do not share it. Ctrl C stops.
serve-no-browser = No browser could be opened; open the address yourself.
error-in-use = The study is already open in another propos
hint-in-use = Go to { $address }
error-port = Port { $port } cannot be opened: { $reason }
hint-port = Choose another with --port, or --port 0 for any that is free.

suggest-measured = { $interviews ->
    [0] No coded interview
    [one] One coded interview ({ $sentences } sentences): nothing can be held out
   *[other] Measured on { $interviews } coded interviews ({ $sentences } sentences), held out in { $folds } turns
 }
suggest-blind = Blind round “{ $round }”: proposals learn from your own codings alone, and only your answers are counted.
suggest-code = Code
suggest-sentences = Sentences
suggest-precision = Precision
suggest-recall = Recall
suggest-proposed = Proposed
suggest-silence = Why the code is silent
suggest-silent-retired = retired code
suggest-silent-few-read = { $present ->
    [0] no coded interview
    [one] one coded interview
   *[other] { $present } coded interviews
 }, { $needed } are needed
suggest-silent-no-example = no sentence carries this code
suggest-silent-few-sentences = { $present ->
    [one] one sentence, { $needed } are needed
   *[other] { $present } sentences, { $needed } are needed
 }
suggest-silent-few-interviews = { $present ->
    [one] in one interview, { $needed } are needed
   *[other] in { $present } interviews, { $needed } are needed
 }
suggest-silent-out-of-reach = no threshold reaches the precision, even one chosen in hindsight
suggest-silent-few-proposals = { $present ->
    [0] nothing sure enough in the interviews held out
    [one] one sentence sure enough, { $needed } are needed to measure
   *[other] { $present } sentences sure enough, { $needed } are needed to measure
 }
suggest-silent-low-precision = measured precision { $measured }
suggest-pooled = { $codes ->
    [one] One code speaks
   *[other] { $codes } codes speak
 }: precision { $precision }, recall { $recall }. These codes were kept for their precision, which flatters it a little; with those that are silent because they miss it: { $all }.
suggest-place = turn { $turn }, sentence { $sentence }
suggest-in-read = { " " }· interview coded already
suggest-evidence = Words that weigh: { $words }
suggest-from-neighbour = { " " }(next sentence)
suggest-from-question = { " " }(question)
suggest-from-part = { " " }(part of the guide)
suggest-nothing = Nothing to propose: no code reaches a precision of { $precision } on the interviews held out. More coded interviews, or a lower --precision, may change that.
suggest-nothing-left = No open proposal.
suggest-summary = { $count ->
    [one] One proposal
   *[other] { $count } proposals
 }, { $shown ->
    [one] one shown
   *[other] { $shown } shown
 }. To answer: propos suggest --accept, --reject or --ignore, followed by the identifiers.
suggest-read-warning = In an interview coded already, the team read these sentences and coded nothing there: the measured precision does not hold, and a proposal is only an invitation to read again.
suggest-answers = { $code }: { $accepted ->
    [0] none accepted
    [one] one accepted
   *[other] { $accepted } accepted
 }, { $rejected ->
    [0] none rejected
    [one] one rejected
   *[other] { $rejected } rejected
 }, { $ignored ->
    [0] none set aside
    [one] one set aside
   *[other] { $ignored } set aside
 }; accepted among those judged: { $share }
suggest-recorded = { $count ->
    [one] One proposal
   *[other] { $count } proposals
 } { $answer ->
    [accepted] accepted
    [rejected] rejected
   *[ignored] set aside
 }, { $codings ->
    [0] no coding added
    [one] one coding added
   *[other] { $codings } codings added
 }. propos undo takes it back.
