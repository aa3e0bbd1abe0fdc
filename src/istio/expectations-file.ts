/** The end of the names of files that say what requests must do. They hold no Kubernetes objects. */
export const EXPECTATIONS_END = '.expect.yaml';

export const isExpectationsFile = (path: string): boolean => /\.expect\.ya?ml$/.test(path);

/** What takes the place of a kind for files of expectations. No kind of object has a name like a file's. */
export const EXPECTATIONS = '*.expect.yaml';
