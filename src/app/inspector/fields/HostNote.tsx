import type { YamlValue } from '../../../yaml/index.ts';
import { useSessionState } from '../../session.tsx';
import { useForm } from '../form/context.ts';
import { whatHostIs } from '../model/suggest.ts';
import styles from '../controls/note.module.css';

/** What a host is in the workspace. */
export function HostNote({ value }: { value: YamlValue | undefined }) {
  const form = useForm();
  const text = useSessionState((state) =>
    typeof value === 'string' && value !== ''
      ? whatHostIs(state.analysis.mesh, form.resource(), value)
      : undefined,
  );
  return text === undefined ? null : <p className={styles.note}>{text}</p>;
}
