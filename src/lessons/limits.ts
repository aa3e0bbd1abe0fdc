/** What a lesson may hold. Lessons come from strangers: beyond this a page would stutter, and no lesson needs it. */
export const LIMITS = {
  /** Of one lesson's Markdown. */
  characters: 400_000,
  steps: 60,
  /** Fenced blocks that mean something, in one step. */
  blocks: 60,
  goals: 30,
  hints: 20,
  /** Of one state of the workspace. */
  files: 60,
  /** Of one block, or one file of a state. */
  blockCharacters: 100_000,
  /** Requests that a scenario of load sends at most: it is run while somebody types. */
  loadRequests: 60_000,
  /** Nested levels of a block of goals. */
  depth: 12,
  /** Of a pack. */
  lessons: 60,
  packFiles: 600,
  packCharacters: 4_000_000,
} as const;
