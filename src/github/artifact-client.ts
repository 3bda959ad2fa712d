/** @actions/artifact, loaded when first asked, and without the ten lines that it writes about every upload. */
import { quietly } from './quiet.ts'
import type { ArtifactUploads } from './artifact.ts'
import type { LedgerUploads } from './ledger-upload.ts'

export async function connectArtifacts(): Promise<ArtifactUploads & LedgerUploads> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  return {
    listArtifacts: () => quietly(() => client.listArtifacts()),
    deleteArtifact: name => quietly(() => client.deleteArtifact(name)),
    uploadArtifact: (name: string, files: string[], rootDirectory: string, options?: object) =>
      quietly(() => client.uploadArtifact(name, files, rootDirectory, options))
  }
}
