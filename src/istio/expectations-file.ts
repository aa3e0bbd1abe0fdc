/** The end of the names of files that say what requests must do. They hold no Kubernetes objects. */
export const EXPECTATIONS_END = '.expect.yaml';

export const isExpectationsFile = (path: string): boolean => /\.expect\.ya?ml$/.test(path);
