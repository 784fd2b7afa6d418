using KhuyenCong.Domain.Contracts;

namespace KhuyenCong.Web.Pages.Contracts;

/// <summary>A contract as typed.</summary>
public sealed class ContractForm
{
    /// <summary>Empty rows after those that say something.</summary>
    private const int Spare = 3;

    public string? Number { get; set; }

    public string? Content { get; set; }

    public Guid? PartyAId { get; set; }

    public string? PartyASigner { get; set; }

    public Guid? PartyBEstablishmentId { get; set; }

    public Guid? PartyBOrganisationId { get; set; }

    public string? PartyB { get; set; }

    public string? PartyBTaxCode { get; set; }

    public string? PartyBSigner { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public SelectionMethod? Selection { get; set; }

    public string? SelectionBasis { get; set; }

    public string? PaymentTerms { get; set; }

    public string? BankNumber { get; set; }

    public string? BankName { get; set; }

    public string? BankHolder { get; set; }

    public Dictionary<string, Dong?> Amounts { get; set; } = [];

    public List<MilestoneRow> Milestones { get; set; } = [];

    public static ContractForm Of(ContractText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = new ContractForm
        {
            Number = text.Number,
            Content = text.Content,
            PartyAId = text.PartyAId,
            PartyASigner = text.PartyASigner,
            PartyBEstablishmentId = text.PartyBEstablishmentId,
            PartyBOrganisationId = text.PartyBOrganisationId,
            PartyB = text.PartyB,
            PartyBTaxCode = text.PartyBTaxCode,
            PartyBSigner = text.PartyBSigner,
            StartsOn = text.StartsOn,
            EndsOn = text.EndsOn,
            Selection = text.Selection,
            SelectionBasis = text.SelectionBasis,
            PaymentTerms = text.PaymentTerms,
            BankNumber = text.Bank?.Number,
            BankName = text.Bank?.Bank,
            BankHolder = text.Bank?.Holder,
            Amounts = text.Amounts.ToDictionary(a => a.Source, a => (Dong?)a.Amount),
            Milestones = [.. text.Milestones.Select(m => new MilestoneRow { Id = m.MilestoneId, Content = m.Content, DueOn = m.DueOn, Amount = m.Amount })],
        };
        form.Spread();
        return form;
    }

    /// <summary>Rows to write in, however many were filled.</summary>
    public void Spread()
    {
        Milestones.RemoveAll(m => m.IsBlank);
        for (var i = 0; i < Spare; i++)
        {
            Milestones.Add(new());
        }
    }

    /// <param name="kind">Says which other party there may be.</param>
    /// <param name="known">The milestones that the contract has: a row is one of them, once, or a new one.</param>
    /// <param name="newId">For new rows.</param>
    public ContractText Read(ContractKind kind, IEnumerable<MilestoneText> known, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(newId);
        var own = known.Select(m => m.MilestoneId).ToHashSet();
        return new()
        {
            Number = Number,
            Content = Content ?? "",
            PartyAId = PartyAId,
            PartyASigner = PartyASigner,
            PartyBEstablishmentId = kind is ContractKind.Support ? PartyBEstablishmentId : null,
            PartyBOrganisationId = kind is ContractKind.Agency or ContractKind.Assignment ? PartyBOrganisationId : null,
            PartyB = kind is ContractKind.Supply ? PartyB ?? "" : "",
            PartyBTaxCode = PartyBTaxCode,
            PartyBSigner = PartyBSigner,
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            Selection = Selection,
            SelectionBasis = SelectionBasis,
            PaymentTerms = PaymentTerms,
            Bank = string.IsNullOrWhiteSpace(BankNumber) && string.IsNullOrWhiteSpace(BankName) && string.IsNullOrWhiteSpace(BankHolder) ? null : new(BankNumber ?? "", BankName ?? "", BankHolder ?? ""),
            Amounts = [.. Amounts.Where(a => a.Value is not null).Select(a => new ContractAmountText(a.Key, a.Value!.Value))],
            Milestones = [.. Milestones.Where(m => !m.IsBlank).Select(m => new MilestoneText(m.Id is { } id && own.Remove(id) ? id : newId(), m.Content ?? "", m.DueOn, m.Amount))],
        };
    }

    /// <summary>Breaches beside the fields of this form; what concerns several stands at the top.</summary>
    public static IEnumerable<Breach> Placed(IEnumerable<Breach> breaches) => breaches.Select(b => b with
    {
        Field = b.Field switch
        {
            nameof(ContractText.Bank) => nameof(BankNumber),
            nameof(ContractText.Amounts) or nameof(ContractText.Milestones) or "Kind" or "ParentContractId" or null => null,
            var field => field,
        },
    });

    /// <summary>One milestone as typed.</summary>
    public sealed class MilestoneRow
    {
        public Guid? Id { get; set; }

        public string? Content { get; set; }

        public DateOnly? DueOn { get; set; }

        public Dong? Amount { get; set; }

        public bool IsBlank => string.IsNullOrWhiteSpace(Content) && DueOn is null && Amount is null;
    }
}
