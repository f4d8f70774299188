/** X.509 certificates of this run, with the names and serials that a test needs. */
import forge from 'node-forge';

export interface MadeCertificate {
  readonly pem: string;
  readonly privatePem: string;
}

/** @param serial hex; @param cn the subject's common name: `Tenpay.com sign`, or a merchant's number */
export function makeCertificate(serial: string, cn: string): MadeCertificate {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = /^[89a-f]/i.test(serial) && serial.length % 2 === 0 ? `00${serial}` : serial;
  certificate.validity.notBefore = new Date('2024-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2029-01-01T00:00:00Z');
  certificate.setSubject([{ shortName: 'CN', value: cn }]);
  certificate.setIssuer([{ shortName: 'CN', value: 'Tenpay.com Root CA' }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return { pem: forge.pki.certificateToPem(certificate), privatePem: forge.pki.privateKeyToPem(keys.privateKey) };
}
