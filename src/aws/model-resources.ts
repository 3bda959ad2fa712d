/** What a policy has to name so that a model can be asked: patterns of ARNs, for any partition and region. */

/** What is known of a model id. */
export interface NamedModel {
  /** As the spec has it: an id or an ARN. */
  readonly modelId: string
  readonly kind: 'foundation-model' | 'inference-profile' | 'application-inference-profile' | 'custom-model'
  /** Without ARN and geography. */
  readonly bareId: string
}

/**
 * Asking through an inference profile takes the right on the profile and on the model in every region that it reaches.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export function modelResources({ modelId, kind, bareId }: NamedModel): string[] {
  const own = modelId.startsWith('arn:') ? [modelId] : []
  switch (kind) {
    case 'foundation-model':
      return [`arn:*:bedrock:*::foundation-model/${bareId}`]
    case 'inference-profile':
      return [`arn:*:bedrock:*:*:inference-profile/*${bareId}`, `arn:*:bedrock:*::foundation-model/${bareId}`]
    case 'application-inference-profile':
      // Its ARN does not tell which model is behind it.
      return [...own, 'arn:*:bedrock:*:*:inference-profile/*', 'arn:*:bedrock:*::foundation-model/*']
    case 'custom-model':
      return [...own, 'arn:*:bedrock:*:*:custom-model/*', 'arn:*:bedrock:*::foundation-model/*']
  }
}
