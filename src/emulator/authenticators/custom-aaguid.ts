import type { JsonObject } from '../org/json.js';

/** A model of security keys that the org accepts besides those of the FIDO metadata service. */
export interface CustomAaguid {
  readonly aaguid: string;
  readonly name: string;
  /** Certificates in base64 of DER. */
  readonly certificates: readonly string[];
  readonly authenticatorCharacteristics: JsonObject;
}
