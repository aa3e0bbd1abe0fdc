/** The key of what is kept of a workspace's folder. */
export const folderKey = (workspace: string) => `folder/${workspace}`;
/** The key of its files as both sides last had them: much larger, and read only to work in it. */
export const folderBaseKey = (workspace: string) => `folder/${workspace}/base`;
