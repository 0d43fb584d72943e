import type { Field } from '../../handlers/page.ts';

interface TextFieldProps {
  name: string;
  label: string;
  field: Field;
  /** Where several fields have one name. */
  id?: string;
  hint?: string;
  inputmode?: 'url';
  required?: boolean;
  /** Whether the problem may change while the page is shown, so that it has to be read out then. */
  live?: boolean;
}

/** A field with what was typed, and beside it what is wrong with that. */
export function TextField({ name, label, field, id = name, hint, live = false, ...input }: TextFieldProps) {
  const describing = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(live || field.problem !== null ? [`${id}-problem`] : []),
  ];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        type="text"
        value={field.value}
        autocomplete="off"
        {...(input.inputmode === 'url' ? { autocapitalize: 'none', spellcheck: false } : {})}
        {...input}
        aria-describedby={describing.length > 0 ? describing.join(' ') : undefined}
        aria-invalid={field.problem === null ? undefined : true}
      />
      {(live || field.problem !== null) && (
        <p id={`${id}-problem`} class="problem" role={live ? 'status' : undefined}>
          {field.problem}
        </p>
      )}
    </div>
  );
}
