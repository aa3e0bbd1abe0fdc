import { knownIn, type Field } from '../../../istio/index.ts';
import { useTargetVersion } from '../form/useTargetVersion.ts';
import styles from './marks.module.css';

/** That a field is outdated, or newer than the Istio that the files are meant for. */
export function Marks({ field }: { field: Field }) {
  const version = useTargetVersion();
  return (
    <>
      {field.deprecated !== undefined && (
        <span className={styles.mark} title={field.deprecated}>
          old
        </span>
      )}
      {!knownIn(field, version) && (
        <span
          className={styles.mark}
          title={`Istio ${field.since ?? ''} and later know this field; these files are meant for ${version}.`}
        >
          since {field.since}
        </span>
      )}
    </>
  );
}
