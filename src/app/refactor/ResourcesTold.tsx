import { useMemo } from 'react';
import { resourceChanges, type FileSummary } from '../../exchange/index.ts';
import type { RefactorPlan } from '../../operations/index.ts';
import { parseDocument } from '../../yaml/index.ts';
import { KindGlyph } from '../controls/index.ts';
import { howWords } from '../drawer/changes/words.ts';
import { useSessionState } from '../session.tsx';
import styles from './RefactorDialog.module.css';

/** More than anyone reads before deciding; the lines below say all. */
const RESOURCES = 6;
const SENTENCES = 3;
/** Of more files, the first are told of. */
const FILES = 40;

interface ResourcesToldProps {
  plan: RefactorPlan;
  changed: readonly FileSummary[];
}

/** What a refactoring says otherwise in each resource, in plain sentences. */
export function ResourcesTold({ plan, changed }: ResourcesToldProps) {
  const now = useSessionState((state) => state.workspace.files);
  const before = useSessionState((state) => state.analysis.mesh.files);
  const { files, mesh } = plan.after;
  const changes = useMemo(() => {
    const meant = new Set(changed.slice(0, FILES).map(({ path }) => path));
    const isMeant = ({ path }: { path: string }) => meant.has(path);
    const documents = [before, mesh.files]
      .flatMap((all) => all.filter(isMeant))
      .flatMap((one) => one.documents);
    const known = new Map(documents.map((document) => [document.text, document]));
    const read = (text: string) => known.get(text) ?? parseDocument(text);
    return resourceChanges(now.filter(isMeant), files.filter(isMeant), read)?.resources ?? [];
  }, [changed, now, before, files, mesh]);
  if (changes.length === 0) return null;
  const left = changes.length - RESOURCES;
  const elsewhere = changed.length - FILES;
  return (
    <ul className={styles.told} aria-label="What changes in words">
      {changes.slice(0, RESOURCES).map((change) => {
        const resource = change.after ?? change.before;
        const words = [howWords(change) ?? '', ...change.sentences.map(({ text }) => text)].filter(Boolean);
        return (
          <li key={change.key}>
            <KindGlyph kind={resource?.type ?? ''} size={14} />
            <span>
              <b>{resource?.name || resource?.kind}</b> {words.slice(0, SENTENCES).join('; ')}
              {words.length > SENTENCES && `; and ${words.length - SENTENCES} more`}
            </span>
          </li>
        );
      })}
      {left > 0 && (
        <li className={styles.note}>
          and {left} more resources{elsewhere > 0 && `, and those of ${elsewhere} more files`}
        </li>
      )}
    </ul>
  );
}
