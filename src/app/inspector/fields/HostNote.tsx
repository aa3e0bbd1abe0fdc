import { serviceToAssume } from '../../../operations/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useForm, useLocked } from '../form/context.ts';
import { fullHost, whatHostIs } from '../model/suggest.ts';
import styles from '../controls/note.module.css';

/** What a host is in the workspace; of a Service that the files lack, that it can be assumed to exist. */
export function HostNote({ value }: { value: YamlValue | undefined }) {
  const form = useForm();
  const locked = useLocked();
  const session = useSession();
  const host = typeof value === 'string' && value !== '' ? value : undefined;
  const text = useSessionState((state) =>
    host === undefined ? undefined : whatHostIs(state.analysis.mesh, form.resource(), host),
  );
  const toAssume = () => {
    const { mesh } = session.getState().analysis;
    return host === undefined ? null : serviceToAssume(mesh, fullHost(mesh, form.resource(), host));
  };
  const lacking = useSessionState(() => text === undefined && toAssume() !== null);
  if (text !== undefined) return <p className={styles.note}>{text}</p>;
  if (!lacking || locked) return null;
  return (
    <p className={styles.note}>
      Not defined in these files.{' '}
      <button
        type="button"
        className={styles.link}
        aria-label={`Assume that the Service ${host ?? ''} exists`}
        onClick={() => {
          const operation = toAssume();
          if (operation) session.dispatch({ type: 'operate', operation, origin: 'form' });
        }}
      >
        Assume it exists
      </button>
    </p>
  );
}
