namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>The fields of a contract's form, wherever it stands.</summary>
/// <param name="Form">As typed; its name is the prefix of the fields.</param>
/// <param name="Choices">What it lets choose.</param>
/// <param name="IsAmendment">Whether number, second party and account stay as they are.</param>
public sealed record ContractFields(ContractForm Form, ContractChoices Choices, bool IsAmendment);
