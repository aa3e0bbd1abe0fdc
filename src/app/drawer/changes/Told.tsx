import type { ResourceChange } from '../../../exchange/index.ts';
import type { Resource } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import { formatPath } from '../../../yaml/index.ts';
import { KindGlyph } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { howWords } from './words.ts';
import styles from './Told.module.css';

interface ToldProps {
  told: readonly ResourceChange[];
  path: string;
  /** What there is to say of the file itself, where no sentence says it. */
  note: string | null;
}

/** What became of resources, in plain sentences; a press on one selects what it speaks of. */
export function Told({ told, path, note }: ToldProps) {
  const session = useSession();
  return (
    <section className={styles.told} aria-label={`What changes in ${path}`}>
      {told.map((change) => (
        <ResourceTold key={change.key} change={change} session={session} />
      ))}
      {note !== null && <p className={styles.note}>{note}</p>}
    </section>
  );
}

/** The resource of the workspace at its place: of its name there may be more than one. */
function meant(session: Session, resource: Resource): Resource {
  const { file, document, path } = resource.source;
  const there = session.getState().analysis.mesh.files.find((each) => each.path === file)?.resources;
  const same = ({ source, name }: Resource) =>
    source.document === document && name === resource.name && formatPath(source.path) === formatPath(path);
  return there?.find(same) ?? resource;
}

function ResourceTold({ change, session }: { change: ResourceChange; session: Session }) {
  const { after, before, sentences } = change;
  const resource = after ?? before;
  const how = howWords(change);
  if (!resource) return null;
  const { kind, namespace, name, type, patch } = resource;
  const { id } = meant(session, resource);
  return (
    <div className={styles.resource}>
      <h3 className={styles.name}>
        <KindGlyph kind={type} size={14} />
        {[patch && 'Patch of', kind, name].filter(Boolean).join(' ')}
        {namespace && <span className={styles.namespace}>{namespace}</span>}
      </h3>
      {how !== null && <p className={styles.note}>{how}</p>}
      {sentences.length > 0 && (
        <ul className={styles.sentences}>
          {sentences.map(({ text, path }) => (
            <li key={`${path.join('.')} ${text}`}>
              <button
                type="button"
                className={styles.sentence}
                onClick={() => session.dispatch({ type: 'select', resource: id, path, origin: 'drawer' })}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
