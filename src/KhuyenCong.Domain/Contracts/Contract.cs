using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Contracts;

/// <summary>Hợp đồng, văn bản giao nhiệm vụ: who does an approved project for how much of which source, and until when.</summary>
public sealed class Contract : IProvincial, IVersioned, IAudited
{
    private readonly List<ContractAmount> amounts = [];
    private readonly List<ContractMilestone> milestones = [];
    private readonly List<ContractStep> steps = [];
    private readonly List<ContractAmendment> amendments = [];
    private readonly List<BankChange> bankChanges = [];

    private Contract()
    {
    }

    public Guid ContractId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ProjectId { get; private set; }

    public Guid PlanItemId { get; private set; }

    /// <summary>The contract that it is a part of: its money is bound there.</summary>
    public Guid? ParentContractId { get; private set; }

    public ContractKind Kind { get; private set; }

    public ContractState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As its plan's: the commune that alone works on it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>The year whose money it is.</summary>
    public int Year { get; private set; }

    public string? Number { get; private set; }

    public string Content { get; private set; } = "";

    public DateOnly? SignedOn { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public Guid PartyAId { get; private set; }

    public string PartyA { get; private set; } = "";

    public string? PartyASigner { get; private set; }

    public string PartyB { get; private set; } = "";

    public Guid? PartyBEstablishmentId { get; private set; }

    public Guid? PartyBOrganisationId { get; private set; }

    public string? PartyBTaxCode { get; private set; }

    public string? PartyBSigner { get; private set; }

    public SelectionMethod? Selection { get; private set; }

    public string? SelectionBasis { get; private set; }

    public string? PaymentTerms { get; private set; }

    public BankAccount? Bank { get; private set; }

    public Dong Total { get; private set; }

    public string? FileSha { get; private set; }

    public string? FileName { get; private set; }

    public Guid DraftedBy { get; private set; }

    /// <summary>All who wrote it or an amendment of it, and all who recorded its signing.</summary>
    public Hands Hands { get; private set; } = Hands.None;

    public int StepCount { get; private set; }

    public int AmendmentCount { get; private set; }

    public string SearchText { get; private set; } = "";

    /// <summary>Moves with every change of its rows too, so that its version tells whoever saw older ones.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ContractAmount> Amounts => amounts;

    public IReadOnlyList<ContractMilestone> Milestones => milestones;

    public IReadOnlyList<ContractStep> Steps => steps;

    public IReadOnlyList<ContractAmendment> Amendments => amendments;

    public IReadOnlyList<BankChange> BankChanges => bankChanges;

    /// <summary>Whether its amounts are bound of the plan's money; a sub-contract's are part of its parent's.</summary>
    public bool CommitsMoney => ParentContractId is null;

    /// <summary>Whether its amounts count: it is signed and not cancelled.</summary>
    public bool IsInForce => State is ContractState.Signed or ContractState.Liquidated;

    public string? CommuneCode => Regime is Regime.Commune ? TerritoryCode : null;

    public ContractAmendment? OpenAmendment => amendments.Find(a => a.State is ContractAmendmentState.Proposed);

    public BankChange? OpenBankChange => bankChanges.Find(b => b.State is BankChangeState.Asked);

    public AuditSubject AuditSubject => new(nameof(Contract), ContractId);

    public ContractText Text => new()
    {
        Number = Number,
        Content = Content,
        PartyAId = PartyAId,
        PartyA = PartyA,
        PartyASigner = PartyASigner,
        PartyBEstablishmentId = PartyBEstablishmentId,
        PartyBOrganisationId = PartyBOrganisationId,
        PartyB = PartyB,
        PartyBTaxCode = PartyBTaxCode,
        PartyBSigner = PartyBSigner,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        Selection = Selection,
        SelectionBasis = SelectionBasis,
        PaymentTerms = PaymentTerms,
        Bank = Bank,
        Amounts = [.. amounts.Where(a => a.Amount > Dong.Zero).Select(a => new ContractAmountText(a.Source, a.Amount))],
        Milestones = [.. milestones.OrderBy(m => m.Order).Select(m => m.Text)],
    };

    public static Contract From(ContractDrafted drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        var contract = new Contract
        {
            ContractId = drafted.ContractId,
            ProvinceCode = drafted.ProvinceCode,
            ProjectId = drafted.ProjectId,
            PlanItemId = drafted.PlanItemId,
            ParentContractId = drafted.ParentContractId,
            Kind = drafted.Kind,
            Regime = drafted.Regime,
            TerritoryCode = drafted.TerritoryCode,
            Year = drafted.Year,
            StateSince = drafted.On,
            DraftedBy = drafted.By,
            Hands = Hands.None.Wrote(drafted.By),
            ChangedAt = drafted.At,
        };
        contract.Set(drafted.Text, drafted.NewRows);
        return contract;
    }

    public void Apply(ContractEdited edited)
    {
        ArgumentNullException.ThrowIfNull(edited);
        Set(edited.Text, edited.NewRows);
        (Hands, ChangedAt) = (Hands.Wrote(edited.By), edited.At);
    }

    public void Apply(ContractMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(ContractStep.Of(this, moved));
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        switch (moved.Move.Action)
        {
            case ContractAction.Propose:
                (Number, Hands) = (moved.Number ?? Number, Hands.Wrote(moved.By));
                Index();
                break;
            case ContractAction.Sign:
                (SignedOn, Hands) = (moved.Move.SignedOn, Hands.Appraised(moved.By));
                amounts.ForEach(a => a.Draw(CommitsMoney && moved.Draws.TryGetValue(a.Source, out var allocation) ? allocation : (Guid?)null));
                break;
        }
    }

    public void Apply(AmendmentProposed proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        AmendmentCount++;
        amendments.Add(ContractAmendment.Of(this, proposed));
        (Hands, ChangedAt) = (Hands.Wrote(proposed.By), proposed.At);
    }

    public void Apply(AmendmentSigned signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        var amendment = amendments.Single(a => a.ContractAmendmentId == signed.AmendmentId);
        amendment.Sign(signed);
        Set(amendment.AmendedText with { Number = Number, Bank = Bank }, signed.NewRows);
        amounts.ForEach(a => a.Draw(a.AllocationId ?? (CommitsMoney && signed.Draws.TryGetValue(a.Source, out var allocation) ? allocation : (Guid?)null)));
        (Hands, ChangedAt) = (Hands.Appraised(signed.By), signed.At);
    }

    public void Apply(AmendmentSentBack sentBack)
    {
        ArgumentNullException.ThrowIfNull(sentBack);
        amendments.Single(a => a.ContractAmendmentId == sentBack.AmendmentId).SendBack(sentBack);
        ChangedAt = sentBack.At;
    }

    public void Apply(BankChangeAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        bankChanges.Add(BankChange.Of(this, asked));
        ChangedAt = asked.At;
    }

    public void Apply(BankChangeDecided decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var change = bankChanges.Single(b => b.BankChangeId == decided.BankChangeId);
        change.Decide(decided);
        (Bank, ChangedAt) = (decided.IsConfirmed ? change.After : Bank, decided.At);
    }

    /// <summary>The signed scan of the contract, or of an amendment, or the document of a change of account.</summary>
    /// <param name="attached">The file.</param>
    /// <param name="partId">The amendment or change; null = the contract itself.</param>
    /// <param name="at">When.</param>
    public void Apply(SignedCopyAttached attached, Guid? partId, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(attached);
        ChangedAt = at;
        if (partId is null)
        {
            (FileSha, FileName) = (attached.FileSha, attached.FileName);
        }

        amendments.Find(a => a.ContractAmendmentId == partId)?.Attach(attached);
        bankChanges.Find(b => b.BankChangeId == partId)?.Attach(attached);
    }

    private void Set(ContractText text, IReadOnlyDictionary<string, Guid> newRows)
    {
        (Number, Content, PartyA, PartyASigner, PartyB) = (text.Number, text.Content, text.PartyA, text.PartyASigner, text.PartyB);
        PartyAId = text.PartyAId ?? throw new InvalidOperationException("A contract without its first party was not refused: the rule was not asked.");
        (PartyBEstablishmentId, PartyBOrganisationId, PartyBTaxCode, PartyBSigner) = (text.PartyBEstablishmentId, text.PartyBOrganisationId, text.PartyBTaxCode, text.PartyBSigner);
        (StartsOn, EndsOn, Selection, SelectionBasis, PaymentTerms, Bank) = (text.StartsOn, text.EndsOn, text.Selection, text.SelectionBasis, text.PaymentTerms, text.Bank);
        if (State is ContractState.Drafting)
        {
            amounts.RemoveAll(a => text.Amounts.All(t => t.Source != a.Source));
        }

        // A row whose money was bound stays, with nothing, where an amendment ends its source.
        amounts.ForEach(a => a.Set(Dong.Zero));
        foreach (var (source, amount) in text.Amounts)
        {
            var row = amounts.Find(a => a.Source == source);
            if (row is null)
            {
                amounts.Add(row = new(this, newRows[source], source));
            }

            row.Set(amount);
        }

        milestones.RemoveAll(m => text.Milestones.All(t => t.MilestoneId != m.ContractMilestoneId));
        for (var order = 0; order < text.Milestones.Count; order++)
        {
            var row = milestones.Find(m => m.ContractMilestoneId == text.Milestones[order].MilestoneId);
            if (row is null)
            {
                milestones.Add(row = new(this, text.Milestones[order].MilestoneId));
            }

            row.Set(order, text.Milestones[order]);
        }

        Total = text.Total;
        Index();
    }

    private void Index() => SearchText = Kernel.SearchText.Fold(string.Join(' ', Number ?? "", Content, PartyA, PartyB));
}
