// The pages that show figures, each of which must be a link away from its method.
import { walk } from './walk.mjs';

walk('every page of figures', [
  '/cases/E09', '/matrices', '/matrices?view=accumulation', '/coders', '/coders/E09', '/typology', '/typology/solidity',
  '/words', '/questionnaire', '/indicators',
], { late: ['/typology/solidity', '/words'], science: true });
