// The pages for reading, coding and finding.
import { walk } from './walk.mjs';

walk('every page of texts and codes', [
  '/', '/transcripts', '/transcripts/E09', '/codebook', '/codebook/isolement', '/search', '/search?q=aide', '/passages',
  '/suggestions', '/methods', '/methods/stability?from=%2Ftypology', '/memos', '/history', '/preferences',
]);
