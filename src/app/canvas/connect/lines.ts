/** What lines mean, and how they become operations: comes with the first press on a handle. */
export const lines = () => import('./connect.ts');
