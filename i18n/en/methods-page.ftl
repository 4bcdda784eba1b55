# Pages of the methods in the workbench, and what tables say of their draws.
methods-title = Methods
methods-lead = What each figure measures, how, under which conditions, and what twelve cases do to it. Every figure leads to its methods.
methods-all = All methods
methods-back = Back to the figure
methods-ways = Ways
figure-drawn = n = { $n }, B = { $draws } draws, seed { $seed }
figure-exact = n = { $n }, nothing drawn
figure-own-draws = n = { $n }, seed { $seed }; each trial tells its draws (B)
