import type { NodeBadge } from '../../../topology/index.ts';
import { lookOf } from '../../theme/kinds.ts';
import { KindGlyph } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import styles from './MeshNode.module.css';

/** The policies that apply to a node without standing in the way of its traffic. A click selects one. */
export function NodeBadges({ badges }: { badges: readonly NodeBadge[] }) {
  const selected = useSessionState((state) => state.selection?.resource);
  return (
    <span className={styles.badges}>
      {badges.map((badge) => (
        <span
          key={badge.resource}
          className={styles.badge}
          data-badge={badge.resource}
          data-selected={badge.resource === selected || undefined}
          title={`${lookOf(badge.kind).words} ${badge.label}`}
        >
          <KindGlyph kind={badge.kind} size={14} />
        </span>
      ))}
    </span>
  );
}
