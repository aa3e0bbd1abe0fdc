import { serviceToAssume } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useForm } from '../form/context.ts';
import { fullHost, whatHostIs } from '../model/suggest.ts';
import { AssumeNote } from './AssumeNote.tsx';
import styles from '../controls/note.module.css';

interface HostNoteProps {
  readonly value: YamlValue | undefined;
  readonly path: Path;
  /** Says nothing of what is there: for one of many. */
  readonly brief?: boolean;
}

/** What a host is in the workspace; of a Service that the files lack, that it can be assumed to exist. */
export function HostNote({ value, path, brief = false }: HostNoteProps) {
  const form = useForm();
  const session = useSession();
  const host = typeof value === 'string' && value !== '' && !value.includes('/') ? value : undefined;
  const text = useSessionState((state) =>
    host === undefined ? undefined : whatHostIs(state.analysis.mesh, form.resource(), host),
  );
  const toAssume = () => {
    const { mesh } = session.getState().analysis;
    return host === undefined ? null : serviceToAssume(mesh, fullHost(mesh, form.resource(), host));
  };
  const lacking = useSessionState(() => text === undefined && toAssume() !== null);
  if (text !== undefined) return brief ? null : <p className={styles.note}>{text}</p>;
  if (!lacking) return null;
  return (
    <AssumeNote
      path={path}
      lacking="Not defined in these files."
      label={`Assume that the Service ${host ?? ''} exists`}
      operation={toAssume}
    />
  );
}
