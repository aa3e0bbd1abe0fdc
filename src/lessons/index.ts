// What the room offers: lessons out of their files, goals checked by the engine, progress, and the way to a solution.
export type { Lesson, LessonObjection, LessonPlace, LessonStep, LookAt } from './lesson.ts';
export { readLesson } from './read/read-lesson.ts';
export type { ReadLesson } from './read/read-lesson.ts';
export { LIMITS } from './limits.ts';
export { statesOf, withFiles } from './states.ts';
export type { StepStates } from './states.ts';
export type {
  FieldPath,
  Goal,
  GoalKind,
  ProblemPattern,
  ResourcePattern,
  WantedShare,
} from './goals/goal.ts';
export { checkGoals, createGoalChecker } from './goals/check-goals.ts';
export type { GoalChecker, GoalState } from './goals/check-goals.ts';
export { resourcesMeant, sayPattern } from './goals/pattern.ts';
export { sayGoal, sayRequest } from './goals/say-goal.ts';
export { checkLesson } from './check-lesson.ts';
export { objectionsTo, tryStep } from './try-step.ts';
export type { StepObjection, StepTrial } from './try-step.ts';
export { isFinished, progressAfter, startProgress } from './progress/progress.ts';
export type { LessonProgress, LessonShape, ProgressAction, StepProgress } from './progress/progress.ts';
export { readProgress } from './progress/read-progress.ts';
export { summaryOfProgress } from './progress/summary.ts';
export type { LessonSummary } from './progress/summary.ts';
export { isOfPack, looksLikePack, PACK_FILE, readPack, readPackFile } from './pack/read-pack.ts';
export type { Pack, ReadPack } from './pack/read-pack.ts';
export { comparePacks } from './pack/compare-packs.ts';
export type { PackChanges } from './pack/compare-packs.ts';
export { OFFERED_LIST, readOffered } from './pack/offered.ts';
export type { OfferedPack } from './pack/offered.ts';
export { packFile } from './pack/write-pack.ts';
export { meshOfFiles } from './evaluate.ts';
export { COURSE, COURSE_TITLE, lessonFiles, loadCourse, loadLesson } from './course/index.ts';
export type { LessonTitle } from './course/index.ts';
export { demonstration } from './demonstrate/demonstration.ts';
export type { DemonstrationStep } from './demonstrate/demonstration.ts';
export { readProse } from './prose/read-prose.ts';
export type { Block, Inline } from './prose/prose.ts';
export {
  addLessons,
  deleteLesson,
  duplicateLesson,
  freeLessonPath,
  moveLesson,
  renameLesson,
  titlePack,
} from './write/pack-edits.ts';
export { createPackReader } from './write/written-pack.ts';
export type { WrittenLesson, WrittenPack } from './write/written-pack.ts';
export { blockAt, outlineOf, stepAt } from './write/outline.ts';
export type { LessonOutline, OutlineBlock, OutlineSection } from './write/outline.ts';
export { writeState } from './write/write-state.ts';
export type { WrittenState } from './write/write-state.ts';
export { emptyLesson, exampleLesson } from './write/template.ts';
