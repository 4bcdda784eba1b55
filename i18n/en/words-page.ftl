# Page of the words: classes of segments, profiles, vocabulary.
words-title = Interviewees’ words
words-lead = What interviewees say, counted: the ways of speaking that go together, where they are found, and the words proper to each profile. Every word leads to its occurrences.
words-classes = Classes
words-segment = Words a segment
words-double = Words a segment, second size (optional)
words-forms = Forms as they are, not joined by stem
words-do = Compute
words-computing = The words are being counted and classified; the page completes itself.
words-computing-share = The words are being counted and classified, { $share }%
words-classes-title = Classes of segments (Reinert)
words-discourse = Bar and number: the chi-square of each word with the class; words of one interview alone are not listed. These classes are ways of speaking, not groups of persons.
words-held = { $segments ->
        [one] { $segments } segment
       *[other] { $segments } segments
    }, { $interviews ->
        [one] { $interviews } interview
       *[other] { $interviews } interviews
    }
words-chi2 = chi-square
words-typical = Typical segments
words-crossing-part = Classes and profiles
words-crossing-title = Segments of each class in the interviews of each profile
words-vocabulary-title = Distinctive vocabulary of the profiles
words-vocabulary-of = Vocabulary of { $profile }
words-vocabulary-unit = { $interviews ->
        [one] { $interviews } interview
       *[other] { $interviews } interviews
    }, { $words } words of interviewees
words-no-word = { $profile }: no word stands out (specificity of 2 at least, five occurrences, two interviews).
words-word = Word
words-specificity = Specificity
words-here = Here
words-all = Overall
words-interviews = Interviews here
