import { badgeGroups, type NodeBadge, lookOf } from '../../../topology/index.ts';
import { KindGlyph } from '../../controls/index.ts';
import { useSessionState } from '../../session.tsx';
import styles from './MeshNode.module.css';

/** So many names are listed where one points at badges that stand together. */
const LISTED = 12;

/**
 * The policies that apply to a node without standing in the way of its traffic. A click selects one; where several stand
 * together the next of them with each click. The outline lists them all.
 */
export function NodeBadges({ badges }: { badges: readonly NodeBadge[] }) {
  const selected = useSessionState((state) => state.selection?.resource);
  return (
    <span className={styles.badges}>
      {badgeGroups(badges).map((group) => {
        const at = group.findIndex(({ resource }) => resource === selected);
        const next = group[(at + 1) % group.length];
        return (
          next && (
            <span
              key={group.length === 1 ? next.resource : next.kind}
              className={styles.badge}
              data-badge={next.resource}
              data-selected={at >= 0 || undefined}
              title={groupWords(group)}
            >
              <KindGlyph kind={next.kind} size={14} />
              {group.length > 1 && <span className={styles.badgeCount}>{group.length}</span>}
            </span>
          )
        );
      })}
    </span>
  );
}

function groupWords(group: readonly NodeBadge[]): string {
  const [first] = group;
  if (!first) return '';
  const kind = lookOf(first.kind).words;
  if (group.length === 1) return `${kind} ${first.label}`;
  const names = group.slice(0, LISTED).map(({ label }) => label);
  const more = group.length > LISTED ? `, and ${group.length - LISTED} more` : '';
  return `${group.length} × ${kind}: ${names.join(', ')}${more}`;
}
