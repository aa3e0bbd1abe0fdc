export { summaryOfChanges, summingUp } from './changes/summary.ts';
export type { ChangeSummary, FileSummary } from './changes/summary.ts';
export { gitPatch } from './patch/git-patch.ts';
export type { GitPatch, PatchOptions } from './patch/git-patch.ts';
export { mermaid } from './mermaid.ts';
export { zipFiles } from './zip.ts';
export { sarif } from './sarif.ts';
export { isCurl, parseCurl } from './curl/parse-curl.ts';
export { toCurl } from './curl/to-curl.ts';
export { unzipFiles } from './unzip.ts';
export type { Unzipped, UnzipLimits } from './unzip.ts';
export {
  isShareable,
  MAX_LINK_CHARACTERS,
  workspaceFromText,
  workspaceText,
} from './share/workspace-text.ts';
export type { Refused, SharedWorkspace } from './share/workspace-text.ts';
export { isPackAddress, linkFragment, readLink } from './share/link.ts';
export type { Link } from './share/link.ts';
export { markWords, problemMark, rowMark, rowMarks, sameMark, sameMarks } from './picture/problem-marks.ts';
export type { ProblemMark, RowMarks } from './picture/problem-marks.ts';
export { svgPicture } from './picture/picture.ts';
export type { Picture, PictureFont, PictureOptions } from './picture/picture.ts';
export type { PictureTheme } from './picture/palette.ts';
export { largestScale, PICTURE_SCALES, tooLarge } from './picture/scales.ts';
export { resourceChanges } from './changes/resource-changes.ts';
export type { ResourceChange, ResourceChanges } from './changes/resource-changes.ts';
export { commitMessage } from './commit/commit-message.ts';
export { kubectlCommands } from './commit/kubectl.ts';
export type { KubectlOptions } from './commit/kubectl.ts';
