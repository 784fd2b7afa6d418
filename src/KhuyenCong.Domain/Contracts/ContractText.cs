namespace KhuyenCong.Domain.Contracts;

/// <summary>Nội dung hợp đồng: what the form holds, an amendment replaces and the differences are taken of.</summary>
public sealed record ContractText
{
    /// <summary>Null until one is given: then the province's series gives it.</summary>
    public string? Number { get; init; }

    public string Content { get; init; } = "";

    public Guid? PartyAId { get; init; }

    /// <summary>As it was called on the day of the draft.</summary>
    public string PartyA { get; init; } = "";

    public string? PartyASigner { get; init; }

    public Guid? PartyBEstablishmentId { get; init; }

    public Guid? PartyBOrganisationId { get; init; }

    public string PartyB { get; init; } = "";

    public string? PartyBTaxCode { get; init; }

    public string? PartyBSigner { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public SelectionMethod? Selection { get; init; }

    /// <summary>By which decision or record the unit was chosen.</summary>
    public string? SelectionBasis { get; init; }

    /// <summary>Điều kiện tạm ứng, thanh toán.</summary>
    public string? PaymentTerms { get; init; }

    public BankAccount? Bank { get; init; }

    public IReadOnlyList<ContractAmountText> Amounts { get; init; } = [];

    public IReadOnlyList<MilestoneText> Milestones { get; init; } = [];

    public Dong Total => Amounts.Select(a => a.Amount).Sum();

    public Dong Of(string source) => Amounts.Where(a => a.Source == source).Select(a => a.Amount).Sum();
}

/// <summary>Tài khoản nhận tiền.</summary>
public sealed record BankAccount(string Number, string Bank, string Holder)
{
    /// <summary>"••• 6789": for whoever neither acts on it nor is the party.</summary>
    public string Masked => Number.Length > 4 ? $"••• {Number[^4..]}" : "•••";

    /// <summary>Spaces and dots that people type between digits are no part of a number.</summary>
    public BankAccount Tidied => new(string.Concat(Number.Where(char.IsLetterOrDigit)), Bank.Trim(), Holder.Trim());
}

/// <summary>Giá trị theo một nguồn, as typed.</summary>
public sealed record ContractAmountText(string Source, Dong Amount);

/// <summary>Mốc tiến độ, đợt thanh toán, as typed.</summary>
public sealed record MilestoneText(Guid MilestoneId, string Content, DateOnly? DueOn, Dong? Amount);

/// <summary>Một điểm khác nhau giữa hai phiên bản của hợp đồng: the field's name, before and after in words.</summary>
public sealed record ContractChange(string Field, string? Before, string? After);
