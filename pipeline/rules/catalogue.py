"""Every rule, by name: nothing registers itself."""

from __future__ import annotations

from pipeline.rules import (
    absolute_language,
    absolute_safety,
    altered_fda_statement,
    anti_ageing,
    broken_reference,
    deceptive_subject,
    discouraged_care,
    disease_near_product,
    disease_treatment,
    drug_class_claim,
    endorsement,
    extrapolation,
    fear,
    general_benefit,
    hard_reading,
    immune_boost,
    implied_disease,
    lost_statement,
    missing_author,
    missing_caution,
    missing_fda_statement,
    missing_medical_disclaimer,
    missing_postal_address,
    missing_unsubscribe,
    nutrient_content,
    oversized_mail,
    overstated_cause,
    raw_html,
    self_diagnosis,
    single_cause,
    stale_reference,
    stale_review,
    style,
    superlative,
    suspicious_characters,
    symptom_relief,
    testimonial,
    time_to_result,
    unauthorised_claim,
    uncited_establishment,
    uncited_number,
    undeclared_ai,
    undeclared_relationship,
    undefined_toxins,
    undisclosed_connection,
    unrecognised_condition,
    unreferenced_claim,
    void_waiver,
    weak_reference,
    weight_loss,
)
from pipeline.rules.base import Rule

RULES: tuple[Rule, ...] = (
    disease_treatment.RULE,  # HC101
    symptom_relief.RULE,  # HC102
    disease_near_product.RULE,  # HC103
    unrecognised_condition.RULE,  # HC104
    drug_class_claim.RULE,  # HC105
    self_diagnosis.RULE,  # HC106
    implied_disease.RULE,  # HC107
    missing_fda_statement.RULE,  # HC201
    altered_fda_statement.RULE,  # HC202
    unauthorised_claim.RULE,  # HC203
    general_benefit.RULE,  # HC204
    anti_ageing.RULE,  # HC205
    immune_boost.RULE,  # HC206
    nutrient_content.RULE,  # HC207
    absolute_language.RULE,  # HC301
    single_cause.RULE,  # HC302
    superlative.RULE,  # HC303
    uncited_establishment.RULE,  # HC401
    overstated_cause.RULE,  # HC402
    extrapolation.RULE,  # HC403
    time_to_result.RULE,  # HC501
    uncited_number.RULE,  # HC502
    testimonial.RULE,  # HC601
    endorsement.RULE,  # HC602
    fear.RULE,  # HC701
    absolute_safety.RULE,  # HC801
    undefined_toxins.RULE,  # HC802
    missing_caution.RULE,  # HC803
    discouraged_care.RULE,  # HC804
    weight_loss.RULE,  # HC901
    missing_medical_disclaimer.RULE,  # HD101
    undisclosed_connection.RULE,  # HD102
    missing_author.RULE,  # HD103
    stale_review.RULE,  # HD104
    undeclared_ai.RULE,  # HD105
    undeclared_relationship.RULE,  # HD106
    unreferenced_claim.RULE,  # HR101
    weak_reference.RULE,  # HR102
    stale_reference.RULE,  # HR103
    broken_reference.RULE,  # HR104
    missing_postal_address.RULE,  # HE101
    missing_unsubscribe.RULE,  # HE102
    deceptive_subject.RULE,  # HE103
    oversized_mail.RULE,  # HE104
    lost_statement.RULE,  # HE105
    hard_reading.RULE,  # HX101
    raw_html.RULE,  # HX102
    suspicious_characters.RULE,  # HX103
    style.RULE,  # HS101
    void_waiver.RULE,  # HW101
)
