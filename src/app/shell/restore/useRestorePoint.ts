import { useEffect, useState } from 'react';
import { useSession } from '../../session.tsx';
import type { TextFile } from '../../../text/index.ts';

export type PointTexts =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'read'; readonly files: readonly TextFile[] };

const LOADING: PointTexts = { kind: 'loading' };

/** The files of a restore point, once they are read. */
export function useRestorePoint(id: string): PointTexts {
  const session = useSession();
  const [read, setRead] = useState<{ id: string; texts: PointTexts } | null>(null);
  useEffect(() => {
    let wanted = true;
    const tell = (texts: PointTexts) => wanted && setRead({ id, texts });
    session.readRestorePoint(id).then(
      (files) => tell({ kind: 'read', files }),
      (error: Error) => tell({ kind: 'failed', message: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, [session, id]);
  return read?.id === id ? read.texts : LOADING;
}
