// A chunk of its own. Fetched as the whole room, its index would be here and in the first chunk, which asks it only
// whom a problem is about, and would take all rules with it.
export { createChecker } from '../checks/index.ts';
