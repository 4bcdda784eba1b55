# The interviewees' words: classes, vocabulary, saturation.
progress-lexical-classes = Classes of segments

lexical-words = { $interviews } interviews, { $words } words of interviewees, { $entries } different words.
lexical-segments = { $segments } segments of about { $size } words, { $terms } terms; { $share } of the segments are classified.
lexical-few-classified = Less than 70% of the segments are classified: these classes say little of the whole.
lexical-stopped = { $classes } classes only: { $reason }.
lexical-no-classes = No classes: { $reason }.
lexical-double = Double classification: { $classes } classes that both sizes of segments agree about.
lexical-no-double = The two sizes of segments agree about no class ({ $reason }); here are those of the first.
lexical-class = Class { $number } – { $segments } segments ({ $share }), { $interviews ->
        [one] one interview
       *[other] { $interviews } interviews
    }
lexical-typical = “{ $text }” ({ $case }, turn { $turn })
lexical-discourse = In brackets, the chi-squared of each word; words of one interview alone are not listed. These classes are ways of speaking, not groups of persons.
lexical-column-class = Class
lexical-crossing = Segments, and signed chi-squared in brackets. Cramér’s V { $v }; p = { $p } ({ $draws } draws in which profiles change interviews: segments of one interview resemble each other, and chi-squared alone would be too sure).
lexical-no-crossing = Classes and profiles cannot be crossed: { $reason }.
lexical-no-vocabulary = No vocabulary by profile: { $reason }.
lexical-more = says more: { $words }
lexical-less = says less: { $words }
lexical-word = { $word } ({ $score }, { $count } times, { $interviews ->
        [0] no interview
        [one] one interview
       *[other] { $interviews } interviews
    })
lexical-none = no word
lexical-one-person = { $count ->
        [one] One word left out, because one interview alone says it
       *[other] { $count } words left out, because one interview alone says them
    }
lexical-specificity = Lafon’s specificity: 2 is a probability of 0.01. It takes words as drawn independently, which those of one person are not: read it as a description.
lexical-exported = { $file }: { $interviews } interviews, for IRaMuTeQ. What the format does not hold:
lexical-loss-interviewer-turns = turns of others than interviewees: { $count }
lexical-loss-notes = timecodes and directions (laughter, silences): { $count }
lexical-loss-codings = codings: { $count }
lexical-loss-signs = reserved signs, now blanks: { $count }
lexical-loss-values = attributes written without accents and blanks: { $names }
lexical-loss-variables = attributes left out (too long, or empty): { $names }
lexical-loss-ids = interviews named otherwise: { $names }
lexical-loss-empty = interviews without speech of an interviewee: { $names }
lexical-unknown-format = The format “{ $name }” is not known; write for instance: propos lexical --export iramuteq corpus.txt
lexical-reason-constant = all segments have the same words
lexical-reason-nothing = there are not enough full words
lexical-reason-single-group = at least two profiles must speak
lexical-reason-empty-table = a single class or a single profile has segments
lexical-reason-never = the word is said nowhere
lexical-reason-always = the word is said everywhere
lexical-reason-few = { $present } segments where { $needed } are needed

saturation-case = Interview
saturation-day = Date
saturation-new = New codes
saturation-met = Codes met
saturation-mean = Mean of all orders
saturation-sd = Standard deviation
saturation-undated = undated
saturation-uncoded = Coded by nobody, so left out: { $cases }
saturation-found = { $met } codes met, of { $codebook } in the book.
saturation-chao = Estimate of the codes that such interviews could carry (Chao2): { $estimate }, standard error { $error }; codes met in one interview alone: { $uniques }.
saturation-coverage = Coverage (Good–Turing): { $coverage }.
saturation-never = Codes of the book never met: { $codes }
saturation-none = No curve: { $reason }.
saturation-caveat = The codebook bounds the curve: what is not among its { $codebook } codes cannot be met. A flat curve shows that the book is used up, not that the field is.
