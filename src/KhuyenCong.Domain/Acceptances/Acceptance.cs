using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Acceptances;

/// <summary>Biên bản nghiệm thu cơ sở: the finished work of one site is looked at, and the support due for it is fixed.</summary>
public sealed class Acceptance : IProvincial, IVersioned, IAudited
{
    private readonly List<AcceptanceAmount> amounts = [];
    private readonly List<AcceptanceLine> lines = [];
    private readonly List<MachinePassport> machines = [];
    private readonly List<AcceptancePhoto> photos = [];

    private Acceptance()
    {
    }

    public Guid AcceptanceId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public Guid ContractId { get; private set; }

    public Guid ProjectId { get; private set; }

    public Regime Regime { get; private set; }

    /// <summary>As its contract's: the commune that alone works on it, or the province.</summary>
    public string TerritoryCode { get; private set; } = "";

    public AcceptanceForm Form { get; private set; }

    public AcceptanceState State { get; private set; }

    public DateOnly StateSince { get; private set; }

    /// <summary>Lần nghiệm thu: of this beneficiary at this site under this contract.</summary>
    public int Round { get; private set; }

    /// <summary>The earlier record whose work was to be completed or was accepted in part.</summary>
    public Guid? FollowsId { get; private set; }

    /// <summary>The row of the project's beneficiaries; null = the whole project.</summary>
    public Guid? BeneficiaryId { get; private set; }

    public Guid? EstablishmentId { get; private set; }

    /// <summary>As it was called on the day.</summary>
    public string? BeneficiaryName { get; private set; }

    public Guid? ProductionSiteId { get; private set; }

    public string? CommuneCode { get; private set; }

    public DateOnly? HeldOn { get; private set; }

    public string? Number { get; private set; }

    public string? Place { get; private set; }

    public AcceptanceSpot? Spot { get; private set; }

    public string? Basis { get; private set; }

    public IReadOnlyList<AcceptanceMember> Members { get; private set; } = [];

    public string? Quality { get; private set; }

    public AcceptanceVerdict? Verdict { get; private set; }

    public string? Opinion { get; private set; }

    public DateOnly? CompleteBy { get; private set; }

    public Dong? IntegratedAmount { get; private set; }

    public Dong? SponsorshipAmount { get; private set; }

    public Dong? OtherAmount { get; private set; }

    public long ResultQuantity { get; private set; } = 1;

    public long? ResultCopies { get; private set; }

    /// <summary>Chi phí hợp lệ: the sum of the lines, the counterpart's own work included.</summary>
    public Dong EligibleCost { get; private set; }

    /// <summary>How the support due was computed, kept with the conclusion.</summary>
    public IReadOnlyList<DueStep> Computation { get; private set; } = [];

    public Hands Hands { get; private set; } = Hands.None;

    public Guid? SubmittedBy { get; private set; }

    public Guid? ConcludedBy { get; private set; }

    public DateOnly? ConcludedOn { get; private set; }

    /// <summary>Why it was returned, discarded or undone the last time.</summary>
    public string? Reason { get; private set; }

    public string SearchText { get; private set; } = "";

    /// <summary>Moves with every change of its rows too.</summary>
    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Support due by source; only of a concluded record.</summary>
    public IReadOnlyList<AcceptanceAmount> Amounts => amounts;

    public IReadOnlyList<AcceptanceLine> Lines => lines;

    public IReadOnlyList<MachinePassport> Machines => machines;

    public IReadOnlyList<AcceptancePhoto> Photos => photos;

    /// <summary>Who signed that they were there, and stands in no row of those present: signed before a name was mended.</summary>
    public IEnumerable<string> SignersNotListed => photos.Select(p => p.SignedBy).OfType<string>().Distinct().Where(s => Members.All(m => m.Name != s));

    public Dong Due => amounts.Select(a => a.Amount).Sum();

    public AuditSubject AuditSubject => new(nameof(Acceptance), AcceptanceId);

    /// <summary>Whether what it found entitles to support.</summary>
    public bool GivesSupport => Verdict is AcceptanceVerdict.Accepted or AcceptanceVerdict.PartlyAccepted;

    public AcceptanceText Text => new()
    {
        HeldOn = HeldOn,
        Number = Number,
        Place = Place,
        Spot = Spot,
        Basis = Basis,
        Members = Members,
        Lines = [.. lines.OrderBy(l => l.Order).Select(l => l.Text)],
        Machines = [.. machines.OrderBy(m => m.Order).Select(m => m.Text)],
        Quality = Quality,
        Verdict = Verdict,
        Opinion = Opinion,
        CompleteBy = CompleteBy,
        Integrated = IntegratedAmount,
        Sponsorship = SponsorshipAmount,
        Other = OtherAmount,
        ResultQuantity = ResultQuantity,
        ResultCopies = ResultCopies,
    };

    public static Acceptance From(AcceptanceOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return new()
        {
            AcceptanceId = opened.AcceptanceId,
            ProvinceCode = opened.ProvinceCode,
            ContractId = opened.ContractId,
            ProjectId = opened.ProjectId,
            Regime = opened.Regime,
            TerritoryCode = opened.TerritoryCode,
            Form = opened.Form,
            Round = opened.Round,
            FollowsId = opened.FollowsId,
            BeneficiaryId = opened.BeneficiaryId,
            EstablishmentId = opened.EstablishmentId,
            BeneficiaryName = opened.BeneficiaryName,
            ProductionSiteId = opened.ProductionSiteId,
            CommuneCode = opened.CommuneCode,
            Hands = Hands.None.Wrote(opened.By),
            StateSince = opened.On,
            ChangedAt = opened.At,
        };
    }

    public void Apply(AcceptanceWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Text;
        (HeldOn, Number, Place, Spot, Basis, Members) = (text.HeldOn, text.Number, text.Place, text.Spot, text.Basis, text.Members);
        (Quality, Verdict, Opinion, CompleteBy) = (text.Quality, text.Verdict, text.Opinion, text.CompleteBy);
        (IntegratedAmount, SponsorshipAmount, OtherAmount) = (text.Integrated, text.Sponsorship, text.Other);
        (ResultQuantity, ResultCopies) = (text.ResultQuantity, text.ResultCopies);
        WriteLines(written);
        WriteMachines(text.Machines);
        EligibleCost = lines.Select(l => l.EligibleCost ?? Dong.Zero).Sum();
        SearchText = Kernel.SearchText.Fold(string.Join(' ', [BeneficiaryName ?? "", Place ?? "", Number ?? "", .. machines.Select(m => $"{m.Name} {m.Serial}")]));
        (Hands, ChangedAt) = (Hands.Wrote(written.By), written.At);
    }

    public void Apply(AcceptancePhotoAdded added)
    {
        ArgumentNullException.ThrowIfNull(added);
        photos.Add(AcceptancePhoto.Of(this, added));
        (Hands, ChangedAt) = (Hands.Wrote(added.By), added.At);
    }

    public void RemovePhoto(Guid photoId, Guid by, DateTime at)
    {
        photos.Remove(photos.Single(p => p.AcceptancePhotoId == photoId));
        (Hands, ChangedAt) = (Hands.Wrote(by), at);
    }

    public void Apply(AcceptanceMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        switch (moved.Move.Action)
        {
            case AcceptanceAction.Submit:
                (SubmittedBy, Hands, Reason) = (moved.By, Hands.Wrote(moved.By), null);
                break;
            case AcceptanceAction.Conclude:
                Conclude(moved);
                break;
            default:
                Reason = moved.Move.Note;
                Release();
                break;
        }

        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
    }

    private void Conclude(AcceptanceMoved moved)
    {
        var due = moved.Due ?? DueAnswer.None;
        (ConcludedBy, ConcludedOn, Computation) = (moved.By, moved.On, due.Steps);
        foreach (var line in lines)
        {
            line.Entitle(GivesSupport && due.ByLine.TryGetValue(line.EstimateLineId, out var given) ? given : new Dictionary<string, Dong>());
        }

        if (!GivesSupport)
        {
            return;
        }

        amounts.AddRange(due.BySource.Where(a => a.Value > Dong.Zero).Select(a => new AcceptanceAmount(this, moved.NewId(), a.Key, a.Value)));
        foreach (var machine in machines.Where(m => m.IsAccepted))
        {
            machine.Accept(HeldOn ?? moved.On);
        }
    }

    /// <summary>What the record held is free again; the amounts of an undone conclusion stay in its history only.</summary>
    private void Release()
    {
        amounts.Clear();
        foreach (var machine in machines)
        {
            machine.Release();
        }
    }

    private void WriteLines(AcceptanceWritten written)
    {
        lines.RemoveAll(l => written.Text.Lines.All(t => t.EstimateLineId != l.EstimateLineId));
        for (var order = 0; order < written.Text.Lines.Count; order++)
        {
            var text = written.Text.Lines[order];
            var line = lines.Find(l => l.EstimateLineId == text.EstimateLineId);
            if (line is null)
            {
                lines.Add(line = new(this, written.NewId(), text.EstimateLineId));
            }

            line.Set(order, text, written.Planned.GetValueOrDefault(text.EstimateLineId));
        }
    }

    private void WriteMachines(IReadOnlyList<MachineEntry> entries)
    {
        machines.RemoveAll(m => entries.All(e => e.MachinePassportId != m.MachinePassportId));
        for (var order = 0; order < entries.Count; order++)
        {
            var machine = machines.Find(m => m.MachinePassportId == entries[order].MachinePassportId);
            if (machine is null)
            {
                machines.Add(machine = new(this, entries[order].MachinePassportId));
            }

            machine.Set(order, entries[order]);
        }
    }
}
