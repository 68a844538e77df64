import { useState } from 'react';
import type { Signature } from '@graywise/course';

const ROLES = ['Medical physics expert', 'Medical physicist', 'Nuclear medicine physician'] as const;

interface SignatureFormProps {
  readonly action: string;
  readonly disabled: boolean;
  readonly dataCy: string;
  readonly onSign: (signature: Signature) => void;
}

/** Name and role of the person who signs, and the button that does it. Enter in the name field signs too. */
export function SignatureForm({ action, disabled, dataCy, onSign }: SignatureFormProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<string>(ROLES[0]);
  return (
    <form
      className="gw-form"
      onSubmit={event => {
        event.preventDefault();
        if (name.trim() !== '') onSign({ name: name.trim(), role });
      }}
    >
      <label className="gw-field">
        Signed by
        <input
          className="gw-input"
          value={name}
          autoComplete="name"
          required
          onChange={event => setName(event.target.value)}
          data-cy={`${dataCy}-name`}
        />
      </label>
      <label className="gw-field">
        Role
        <select className="gw-input" value={role} onChange={event => setRole(event.target.value)} data-cy={`${dataCy}-role`}>
          {ROLES.map(one => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="gw-button gw-button-primary" disabled={disabled || name.trim() === ''} data-cy={dataCy}>
        {action}
      </button>
    </form>
  );
}
