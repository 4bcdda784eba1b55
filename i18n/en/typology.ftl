# Steps of the typology.
progress-typology-null = Samples without groups
progress-typology-coders = Draws between coders
progress-typology-weights = Draws of weights

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
typology-method-intensity = Highest intensity
typology-method-z = Standardised axes
typology-method-robust = Axes scaled by the median
typology-method-ranks = Ranks
typology-method-components = Components of all codes
typology-method-researcher = Placed by the team
typology-error-too-few = { $cases ->
        [0] no interview has a place on the axes
        [one] only one interview has a place on the axes
       *[other] only { $cases } interviews have a place on the axes
    }, for { $groups } profiles asked
typology-error-empty-axis = no code of the codebook weighs on the axis “{ $axis }”
typology-error-no-axis = no axis tells the interviews apart
typology-error-coincident = too many interviews have the same place for { $groups } profiles
