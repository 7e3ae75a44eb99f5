// Leads to the form of what is selected, where it can be changed.
import { useOpenProject } from '../project/project';
import buttons from '../ui/button.module.css';
import { setCoding } from './coding';

export function EditButton({ id, className }: { id: string; className: string | undefined }) {
  const project = useOpenProject();
  if (!project || project.locked !== undefined) return null;
  return (
    <button
      type="button"
      className={`${buttons.plain} ${className}`}
      onClick={() => setCoding({ edited: id })}
    >
      Edit
    </button>
  );
}
