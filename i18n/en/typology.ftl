# Steps of the typology.
progress-typology-null = Samples without groups
progress-typology-coders = Draws between coders
progress-typology-weights = Draws of weights

progress-typology-bootstrap = Cases drawn again
progress-typology-jitter = Noise on the places
progress-typology-uniform = Samples from a box
progress-typology-association = Axes permuted

# The methods that the command compares, and why there are no profiles.
typology-method-exact = Exact optimum
typology-method-kmeans = k-means
typology-method-ward = Ward
typology-method-quadrants = Quadrants
typology-method-coder = Coder { $coder } alone
typology-method-presence = Presence only
typology-method-segments = Number of extracts
typology-method-rate = Extracts per 1,000 words
typology-method-coverage = Share of the text
typology-method-mean-intensity = Mean intensity
typology-method-intensity = Highest intensity
typology-method-z = Standardised axes
typology-method-robust = Axes scaled by the median
typology-method-ranks = Ranks
typology-method-components = Components of all codes
typology-method-consolidated-components = Components, consolidated
typology-method-correspondence = Correspondence analysis of presence
typology-method-jaccard = Jaccard and average linkage
typology-method-quadrants-zero = Quadrants cut at zero
typology-method-mixture-spherical = Spherical mixture
typology-method-mixture-diagonal = Diagonal mixture
typology-method-researcher = Placed by the team
typology-error-too-few = { $cases ->
        [0] no interview has a place on the axes
        [one] only one interview has a place on the axes
       *[other] only { $cases } interviews have a place on the axes
    }, for { $groups } profiles asked
typology-error-empty-axis = no code of the codebook weighs on the axis “{ $axis }”
typology-error-no-axis = no axis tells the interviews apart
typology-error-coincident = too many interviews have the same place for { $groups } profiles

# What may be said of the groups: the command and the report say the same, from the same figures.
typology-verdict-separated = These { $groups } profiles are separated groups: { $people } points drawn without groups give as sharp a partition in only { $share } of the draws ({ $p }, B = { $draws }){ $known ->
        [yes] , and one partition only reaches the optimum
       *[no] {""}
    }.
typology-verdict-continuum = These { $groups } profiles are a useful partition of a continuum, not separated groups: { $people } points drawn without groups give a partition at least as sharp in { $share } of the draws ({ $p }, B = { $draws }).
typology-verdict-not-unique = These { $groups } profiles are a useful partition of a continuum, not separated groups: the partition is not unique, { $solutions } are equally good, although points drawn without groups give as sharp a one in only { $share } of the draws ({ $p }, B = { $draws }).
typology-verdict-no-draws = No sample without groups was drawn: whether the profiles are separated cannot be said.
typology-verdict-too-few-draws = Only { $draws } samples without groups were drawn: whether the profiles are separated cannot be said.

# propos typology, beyond the tables.
typology-axis-dropped = The axis “{ $axis }” takes no part: all interviews have the same value on it.
typology-unplaced = { $n ->
        [one] Left out, coded by nobody or without a value on an axis
       *[other] Left out, coded by nobody or without a value on an axis
    }: { $cases }
typology-read-once = read by one person only, draws between coders say nothing of it
typology-everybody = All interviews
typology-single = { $profile } is a single case, not a profile: { $case }

# propos typology --stability.
stability-title = Stability (n = { $n }, seed { $seed })
stability-coders = Coders
stability-weights = Weights
stability-jitter-column = Noise
stability-left-out-column = Removals
stability-methods-column = Methods
stability-cases-note = Shares of draws that keep the profile: between coders (B = { $coders }), of weights (Dirichlet, B = { $weights }), with noise; removals of another case, and methods, that leave it.
stability-misplaced = Nearer to another profile than to their own (negative silhouette): { $cases }
stability-left-out = Leaving one out
stability-left-out-line = Leaving one case out: { $same } of { $removals } removals change nothing else; ARI { $mean } on average, { $least } at least.
stability-jitter = Noise
stability-jitter-line = Noise of the size of the coders’ disagreement (standard deviation: { $noise }; B = { $draws }): the same partition in { $whole } of the draws, ARI { $ari } on average.
stability-bootstrap = Bootstrap
stability-bootstrap-title = Cases drawn again with replacement (B = { $draws }, { $used } grouped; k-means, duplicates kept)
stability-jaccard = Mean Jaccard
stability-found = Over 0.75
stability-dissolved = At most 0.5
stability-reading = Reading
stability-reading-stable = stable
stability-reading-pattern = pattern
stability-reading-doubtful = doubtful
stability-reading-dissolved = dissolved
stability-bootstrap-note = With { $n } cases a draw holds { $distinct } different ones on average, and small profiles vanish from it: a low Jaccard is expected. Leaving one out and noise say more.
stability-consensus = How often two cases stand together, of the draws that hold both
stability-without-code = One code left out of its axis
stability-without-code-note = { $quiet } of { $codes } codes can be left out without any case changing profile.
stability-code = Code
stability-ari = ARI
stability-structure = Are there groups?
stability-indices = Mean silhouette { $silhouette }, Caliński–Harabasz { $ch }, Davies–Bouldin { $db }, cophenetic correlation of Ward’s tree { $cophenetic }.
stability-gaussian = Gaussian null
stability-uniform = Uniform null
stability-association = Association of the axes
stability-null-gaussian = One Gaussian cloud with the same covariance: { $p } (B = { $draws }; share of squares left within groups { $observed }).
stability-null-uniform = Box around the cases, second null: { $p } (B = { $draws }).
stability-null-association = Axes permuted: { $p } (B = { $draws }). This is about the association of the axes, not about groups.
stability-numbers = Number of groups (gap on Ward’s partitions, uniform reference sets, B = { $draws })
stability-groups = k
stability-within = Within
stability-gap = Gap
stability-error = s
stability-gap-note = The rule of Tibshirani stops at { $chosen ->
        [one] 1 group
       *[other] { $chosen } groups
    }; { $groups } is the researcher’s choice. With few cases the rule seldom finds any.
stability-checks = Other ways of grouping
stability-presence = Correspondence analysis: { $variables } codes that vary, { $constant } constant ones left out; { $axes ->
        [one] 1 axis kept
       *[other] { $axes } axes kept
    }, { $share } of Benzécri’s rates; Ward, consolidated.
stability-shape-spherical = spherical
stability-shape-diagonal = diagonal
stability-mixture-one = { $shape } ({ $parameters } parameters, BIC { $bic })
stability-mixtures = Gaussian mixtures are exploratory: { $mixtures }. Full covariances would take { $parameters } parameters for { $numbers } numbers.
stability-pairs = Every two methods (adjusted Rand index)
stability-undefined = { $trial }: undefined, { $reason }.
stability-why-single-coder = no case was read by two coders
stability-why-no-draws = no draw could be grouped
stability-never-drawn = no draw holds both
stability-why-few = there are too few different cases

# propos profile.
profile-title = { $title }: { $n } of { $all } cases
profile-cases = Cases, the most central first (margin to the next profile): { $cases }
profile-paragon = { $n ->
        [one] Most central case (paragon)
       *[other] Equally central cases
    }: { $cases }
profile-boundary = Boundary cases, kept in less than { $share } of { $draws } draws between coders: { $cases }
profile-no-boundary = Boundary cases: undefined, draws between coders say nothing of these cases.
profile-undrawn = Draws between coders say nothing of: { $cases }
profile-border = Nearest to another profile: { $case }
profile-specific = Farthest from the other profiles: { $case }
profile-code = Code
profile-intensity = Intensity, here / all
profile-v = v.test
profile-present = Present
profile-v-presence = v.test, presence
profile-p = p
profile-active = active
profile-no-code = No code stands out (value-test of { $v } or more).
profile-attribute = Attribute
profile-here = Here
profile-overall = All
profile-n = n
profile-quote = { $kind ->
        [counter] Against: “{ $text }” ({ $case }, turn { $turn }, { $code })
       *[quote] “{ $text }” ({ $case }, turn { $turn }, { $code })
    }
profile-no-attribute = No secondary attribute is known of the interviewees.
profile-secondary = Secondary attributes over all profiles
profile-test = Test
profile-test-kruskal = Kruskal–Wallis
profile-test-fisher = Freeman–Halton
profile-missing = Missing
profile-q = q
profile-way = How
profile-exact = exact
profile-drawn = { $draws } draws
profile-secondary-note = n = { $n }, seed { $seed }. p: permutation, both sides; q: Benjamini–Hochberg over these attributes. A code marked “active” built the profiles: its value-test ranks, and a p of it would be circular. p of one profile against the others are not adjusted.
