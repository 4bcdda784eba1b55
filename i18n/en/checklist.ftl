# COREQ and SRQR checklists: questions in our words, answers drawn from the study.
checklist-coreq-title = COREQ checklist of the study
checklist-coreq-subtitle = What an article based on interviews should say, in 32 items
checklist-coreq-source = Items after Tong A., Sainsbury P., Craig J., “Consolidated criteria for reporting qualitative research (COREQ): a 32-item checklist for interviews and focus groups”, International Journal for Quality in Health Care, 2007, 19(6), pp. 349–357. Questions are reworded.
checklist-srqr-title = SRQR checklist of the study
checklist-srqr-subtitle = What an article of qualitative research should say, in 21 items
checklist-srqr-source = Items after O’Brien B. C., Harris I. B., Beckman T. J., Reed D. A., Cook D. A., “Standards for reporting qualitative research: a synthesis of recommendations”, Academic Medicine, 2014, 89(9), pp. 1245–1251. Questions are reworded.

checklist-lead = Figures come from the study, the same as in the report. What propos cannot know (who you are, how persons were found, why) is left to complete: nothing is supposed.
checklist-where = Where to write: in study.toml, under [checklists.{ $name }], a line an item, for example 7 = "…", or 7 = {"{"} fr = "…", en = "…" {"}"}. The next checklist takes these answers up, with what the study tells.
checklist-count-known = { $n ->
    [one] item filled
   *[other] items filled
 } from the study
checklist-count-answered = { $n ->
    [one] item written
   *[other] items written
 } by the team
checklist-count-open = { $n ->
    [one] item
   *[other] items
 } to complete
checklist-items = { $n ->
    [one] Item { $first }
    [2] Items { $first } and { $last }
   *[other] Items { $first } to { $last }
 }
checklist-column-number = No.
checklist-column-item = Item and question
checklist-column-answer = Answer
checklist-to-write = to complete (key { $item })
checklist-to-complete = the rest to complete (key { $item })

checklist-coreq-team = Research team and reflexivity
checklist-coreq-personal = Personal characteristics
checklist-coreq-relationship = Relationship with the persons
checklist-coreq-design = Design of the study
checklist-coreq-theory = Theoretical framework
checklist-coreq-selection = Selection of the persons
checklist-coreq-setting = Setting of the interviews
checklist-coreq-collection = Data collection
checklist-coreq-findings = Analysis and findings
checklist-coreq-analysis = Analysis
checklist-coreq-reporting = Reporting

checklist-coreq-1 = Who interviewed
    .question = Which of the authors conducted the interviews?
checklist-coreq-2 = Credentials
    .question = What degrees do these persons hold?
checklist-coreq-3 = Occupation
    .question = What was their occupation at the time of the study?
checklist-coreq-4 = Gender
    .question = Were they women or men?
checklist-coreq-5 = Experience and training
    .question = What experience of interviews, or training in them, did they have?
checklist-coreq-6 = Relationship before
    .question = Did they know the persons before the study began?
checklist-coreq-7 = What the persons knew
    .question = What did the persons know of who interviewed them, of the aims and the reasons?
checklist-coreq-8 = What is said of who interviewed
    .question = Which biases, interests or reasons of the interviewers are reported?
checklist-coreq-9 = Orientation of the method
    .question = On which approach does the study rest (grounded theory, content analysis, phenomenology…)?
checklist-coreq-10 = Sampling
    .question = How were the persons selected (purposively, by convenience, from one to the next…)?
checklist-coreq-11 = Way of contact
    .question = How were they approached (by letter, by telephone, face to face…)?
checklist-coreq-12 = Sample size
    .question = How many persons are in the study?
checklist-coreq-13 = Refusals
    .question = How many refused or left, and why?
checklist-coreq-14 = Place
    .question = Where did the interviews take place (home, workplace, office…)?
checklist-coreq-15 = Others present
    .question = Was anyone else present?
checklist-coreq-16 = Description of the persons
    .question = What are the important characteristics of the sample, and its dates?
checklist-coreq-17 = Interview guide
    .question = Are the questions and prompts given? Was the guide tried out?
checklist-coreq-18 = Repeated interviews
    .question = Were persons met again, and how many times?
checklist-coreq-19 = Recording
    .question = Were the interviews recorded, in sound or in pictures?
checklist-coreq-20 = Field notes
    .question = Were notes taken during or after the interviews?
checklist-coreq-21 = Duration
    .question = How long did the interviews last?
checklist-coreq-22 = Saturation
    .question = Is saturation discussed?
checklist-coreq-23 = Transcripts returned
    .question = Were the transcripts given to the persons to correct?
checklist-coreq-24 = Number of coders
    .question = How many persons coded?
checklist-coreq-25 = Codebook
    .question = Are the codes and their tree described?
checklist-coreq-26 = Origin of the themes
    .question = Were the themes set beforehand or drawn from the data?
checklist-coreq-27 = Software
    .question = Which software managed the data?
checklist-coreq-28 = Return to the persons
    .question = Did the persons give their view of the findings?
checklist-coreq-29 = Quotations
    .question = Do quotations show the themes, each with whom it comes from?
checklist-coreq-30 = Data and findings agree
    .question = Do the findings agree with the data presented?
checklist-coreq-31 = Major themes
    .question = Are the major themes presented clearly?
checklist-coreq-32 = Minor themes and diverging cases
    .question = Are diverging cases and minor themes discussed?

checklist-srqr-front = Title and abstract
checklist-srqr-introduction = Introduction
checklist-srqr-methods = Methods
checklist-srqr-results = Results
checklist-srqr-discussion = Discussion
checklist-srqr-other = Other
checklist-srqr-1 = Title
    .question = Does the title tell the subject, and that the study is qualitative or by which approach?
checklist-srqr-2 = Abstract
    .question = Does the abstract give background, purpose, methods, results and conclusions, in the form of the journal?
checklist-srqr-3 = Problem
    .question = Which phenomenon is studied, what is known of it, and why study it?
checklist-srqr-4 = Purpose or question
    .question = What is the purpose of the study, what are its questions?
checklist-srqr-5 = Approach and paradigm
    .question = Which qualitative approach, which theory, which paradigm, and why?
checklist-srqr-6 = Researchers and reflexivity
    .question = How may those who do the research (background, positions, relationship with the persons) have weighed on it?
checklist-srqr-7 = Context
    .question = Where and in which circumstances, and why do they matter?
checklist-srqr-8 = Sampling
    .question = How and why were these persons or documents selected, and when did it stop?
checklist-srqr-9 = Ethics
    .question = Which approval of a board, which consent, which protection of what is confidential?
checklist-srqr-10 = Data collection
    .question = Which data, collected how, from which date to which?
checklist-srqr-11 = Instruments
    .question = Which guides, questionnaires, devices, and did they change in the course of the study?
checklist-srqr-12 = Units of study
    .question = How many persons, documents or events, with which characteristics?
checklist-srqr-13 = Data processing
    .question = How were data transcribed, entered, kept, checked, coded, de-identified?
checklist-srqr-14 = Analysis
    .question = How were themes and inferences established, and by whom?
checklist-srqr-15 = Trustworthiness
    .question = Which techniques support it (double coding, audit trail, triangulation, return to the persons)?
checklist-srqr-16 = Synthesis and interpretation
    .question = What are the main findings: themes, interpretations, model?
checklist-srqr-17 = Links to the data
    .question = Which evidence (quotations, extracts, notes) supports the findings?
checklist-srqr-18 = Contribution and reach
    .question = How do the findings meet, extend or contradict earlier work, and where do they hold?
checklist-srqr-19 = Limitations
    .question = What limits the trustworthiness of the findings?
checklist-srqr-20 = Conflicts of interest
    .question = Which influences may have weighed on the study, and how were they managed?
checklist-srqr-21 = Funding
    .question = Who funded the study, and which part did they take in it?

checklist-known-title = Title declared: { $text }.
checklist-known-question = { $text }.
checklist-known-sample = { $n ->
    [one] One interview
   *[other] { $n } interviews
 }, { $words } words of the interviewees (from { $least } to { $most } an interview).
checklist-known-dates = Dates of the interviews: { $dates }.
checklist-known-characteristics = Each person is described in the report (table of the interviewees) by: { $names }.
checklist-known-interviewer = { $label } ({ $n } { $n ->
    [one] interview
   *[other] interviews
 })
checklist-known-interviewers = In the transcripts, who asks is noted as: { $labels }.
checklist-known-respondents = { $n ->
    [0] In each transcript one person answers.
    [one] In one transcript several persons answer.
   *[other] In { $n } transcripts several persons answer.
 } Someone present who says nothing does not show there.
checklist-known-guide = In all transcripts { $n ->
    [one] the part { $titles } comes back.
   *[other] { $n } parts come back: { $titles }.
 }
checklist-known-repeated = The study holds one transcript a case.
checklist-known-times = { $n } of { $total } { $total ->
    [one] transcript notes
   *[other] transcripts note
 } times.
checklist-known-last-times = Last time noted: from { $least } to { $most } minutes, in { $n } of { $total } { $total ->
    [one] transcript
   *[other] transcripts
 }. The whole duration is not in the files.
checklist-known-memos = The study’s notebook holds { $n } { $n ->
    [one] memo
   *[other] memos
 }.
checklist-known-saturation = Of the { $codes } codes of the book, { $met } are met, the last at interview { $rank } in the order of dates; { $after ->
    [0] the last interview still brings one.
    [one] the interview after it brings none.
   *[other] the { $after } after it bring none.
 } The book bounds this count: it can show that the book is used up, not that all was said.
checklist-known-corrections = { $n ->
    [0] The text of no transcript changed since its import.
    [one] The text of one transcript changed since its import; its versions are kept.
   *[other] The texts of { $n } transcripts changed since their import; their versions are kept.
 } The study does not say whether the persons read them.
checklist-known-coder = { $codings } { $codings ->
    [one] coding
   *[other] codings
 } in { $interviews } { $interviews ->
    [one] interview
   *[other] interviews
 }
checklist-known-coders = { $coders }: { $each }. { $double ->
    [0] No interview is coded by two persons.
    [one] One interview of { $total } is coded by two persons at least.
   *[other] { $double } interviews of { $total } are coded by two persons at least.
 }
checklist-known-agreement = Agreement by code (Krippendorff’s α, unit: the turn): from { $least } to { $most }; at least 0.80 for { $firm } codes of { $total }.
checklist-known-codebook = Book of { $codes } { $codes ->
    [one] code
   *[other] codes
 } in { $themes } { $themes ->
    [one] theme
   *[other] themes
 }, { $defined } with a definition and { $bounded } with what is excluded; it stands in the annexes of the report.
checklist-known-derivation = { $added ->
    [0] The { $codes } codes come from the book imported; none was made in the workbench.
    [one] One code was made in the workbench; the others come from the book imported.
   *[other] { $added } codes were made in the workbench; the others come from the book imported.
 }
checklist-known-software = propos { $version }, seed of the draws { $seed }; settings and fingerprints of the files are at the end of the report.
checklist-known-quotes = The report quotes { $quotes } { $quotes ->
    [one] extract
   *[other] extracts
 } of { $people } { $people ->
    [one] person
   *[other] persons
 } of { $total }, each with its interview and its turn.
checklist-known-counterexamples = { $against ->
    [0] No counter-example is quoted.
    [one] One counter-example is quoted.
   *[other] { $against } counter-examples are quoted.
 } { $n ->
    [0] No case is a boundary case.
    [one] Boundary case: { $names }.
   *[other] Boundary cases: { $names }.
 }
checklist-known-registers = The { $extracts } coded extracts are listed, code by code, in the registers of the report; each count leads there.
checklist-known-theme = { $title } ({ $codes } { $codes ->
    [one] code
   *[other] codes
 }, { $extracts } { $extracts ->
    [one] extract
   *[other] extracts
 })
checklist-known-themes = { $n ->
    [one] Theme:
   *[other] Themes:
 } { $themes }.
checklist-known-profile = { $name }, { $title } ({ $n } { $n ->
    [one] person
   *[other] persons
 })
checklist-known-profiles = { $n ->
    [one] One profile:
   *[other] { $words } profiles:
 } { $profiles }.
checklist-known-rare = { $n ->
    [0] All codes met are in more than { $most } interviews.
    [one] One code is in { $most } interviews at most: { $names }.
   *[other] { $n } codes are in { $most } interviews at most: { $names }.
 }
checklist-known-approach = The analysis codes the interviews by a book, places cases on declared axes ({ $axes }) and groups them into { $groups } profiles.
checklist-known-methods = The grouping into profiles is set against { $n } { $n ->
    [one] other method or reading
   *[other] other methods or readings
 }{ $draws ->
    [0] { "" }
   *[other] { "" } and { $draws } draws between the coders
 }.
checklist-known-questionnaire = Questionnaire: { $n } answers, { $interviewed } of them by interviewees.
checklist-known-scales = Scales of the questionnaire: { $names }.
checklist-known-casework = File of interventions: { $interventions } interventions, { $families } families.
checklist-known-secrecy = In the report, persons are named by their identifier. { $hides ->
    [yes] In the tables, every number of respondents or of families under { $threshold } is hidden; counts of interviews, extracts and codings are not.
   *[no] Counts of interviews, extracts and codings are not hidden.
 }
checklist-known-versions = Each transcript keeps its versions, and its codings follow the text from one to the next ({ $n ->
    [0] none changed since its import
    [one] one changed since its import
   *[other] { $n } changed since their import
 }).
checklist-known-trail = The log holds { $operations } dated { $operations ->
    [one] operation
   *[other] operations
 } and { $memos ->
    [0] no memo
    [one] one memo
   *[other] { $memos } memos
 }.
checklist-known-limits = The report states { $n } { $n ->
    [one] limit
   *[other] limits
 }, in its section “Limits”.
