import type { KeptWorkspace } from '../../../session/index.ts';

/** `3 files · 12 KB`: what there is of a workspace. */
export function contents({ files, size }: Pick<KeptWorkspace, 'files' | 'size'>): string {
  const count = files === 1 ? '1 file' : `${files} files`;
  if (size < 1000) return count;
  return `${count} · ${size < 1e6 ? `${Math.round(size / 1e3)} KB` : `${(size / 1e6).toFixed(1)} MB`}`;
}
