/** The part of node-forge's ASN.1 module that the adapter uses; @types/node-forge describes only the whole package. */
declare module 'node-forge/lib/asn1.js' {
  export interface Asn1 {
    readonly tagClass: number;
    readonly type: number;
    /** Bytes as a binary string, or the elements inside. */
    readonly value: string | readonly Asn1[];
  }
  const asn1: {
    readonly Class: { readonly CONTEXT_SPECIFIC: number };
    readonly Type: { readonly BMPSTRING: number; readonly UTCTIME: number };
    fromDer(bytes: string, options: { strict: boolean; decodeBitStrings: boolean }): Asn1;
    derToOid(bytes: string): string;
  };
  export default asn1;
}
