using KhuyenCong.Domain.Acceptances;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Acceptances;

/// <summary>A record as the form sends it; rows left blank are none.</summary>
public sealed class RecordForm
{
    private const int FirstMembers = 3;

    /// <summary>The version that the form was shown with.</summary>
    public long? BaseVersion { get; set; }

    /// <summary>What the form was shown with, sealed.</summary>
    public string? Base { get; set; }

    /// <summary>The browser's own key of a submission that was kept without network.</summary>
    public Guid? Key { get; set; }

    /// <summary>The key of the submission before it from the same page.</summary>
    public Guid? Before { get; set; }

    /// <summary>The key of the kept submission that is settled on this page.</summary>
    public Guid? Origin { get; set; }

    /// <summary>The version whose clashes were shown.</summary>
    public long? SettledVersion { get; set; }

    public DateOnly? HeldOn { get; set; }

    public string? Number { get; set; }

    public string? Place { get; set; }

    /// <summary>See <see cref="AcceptanceSpot.Code"/>; written by a script.</summary>
    public string? Spot { get; set; }

    public string? Basis { get; set; }

    public List<MemberForm> Members { get; set; } = [];

    public List<LineForm> Lines { get; set; } = [];

    public List<MachineForm> Machines { get; set; } = [];

    public string? Quality { get; set; }

    public AcceptanceVerdict? Verdict { get; set; }

    public string? Opinion { get; set; }

    public DateOnly? CompleteBy { get; set; }

    public Dong? Integrated { get; set; }

    public Dong? Sponsorship { get; set; }

    public Dong? Other { get; set; }

    public long? ResultQuantity { get; set; }

    public long? ResultCopies { get; set; }

    public static RecordForm Of(AcceptanceText text, long version)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            BaseVersion = version,
            HeldOn = text.HeldOn,
            Number = text.Number,
            Place = text.Place,
            Spot = text.Spot?.Code,
            Basis = text.Basis,
            Members = [.. text.Members.Select(m => new MemberForm { Name = m.Name, Unit = m.Unit, Role = m.Role, Side = m.Side })],
            Lines = [.. text.Lines.Select(l => new LineForm { EstimateLineId = l.EstimateLineId, AcceptedQuantity = l.AcceptedQuantity, InvoicedCost = l.InvoicedCost, EligibleCost = l.EligibleCost, Invoices = l.Invoices, Vouchers = l.Vouchers, Reason = l.Reason })],
            Machines = [.. text.Machines.Select(MachineForm.Of)],
            Quality = text.Quality,
            Verdict = text.Verdict,
            Opinion = text.Opinion,
            CompleteBy = text.CompleteBy,
            Integrated = text.Integrated,
            Sponsorship = text.Sponsorship,
            Other = text.Other,
            ResultQuantity = text.ResultQuantity,
            ResultCopies = text.ResultCopies,
        };
    }

    /// <summary>Blank rows to write in.</summary>
    public void AddRows(TimeProvider clock, int members, int machines)
    {
        while (Members.Count < Math.Min(Math.Max(FirstMembers, members), AcceptanceCheck.MostRows))
        {
            Members.Add(new() { Side = Members.Count < FirstMembers ? AcceptanceSide.Member : AcceptanceSide.Participant });
        }

        while (Machines.Count < Math.Min(machines, AcceptanceCheck.MostRows))
        {
            Machines.Add(new() { Id = Uuid.New(clock) });
        }
    }

    /// <summary>Rows in front of blank ones keep their places, so that a fault is shown beside its row.</summary>
    public AcceptanceText Read(DateTime now) => new()
    {
        HeldOn = HeldOn,
        Number = Blank(Number),
        Place = Blank(Place),
        Spot = AcceptanceSpot.Read(Spot, now),
        Basis = Blank(Basis),
        Members = [.. Members.Where(m => Blank(m.Name) is not null).Select(m => new AcceptanceMember(Blank(m.Name)!, Blank(m.Unit) ?? "", Blank(m.Role), m.Side))],
        Lines = [.. Lines.Select(l => new AcceptanceLineText(l.EstimateLineId, l.AcceptedQuantity, l.InvoicedCost, l.EligibleCost, Blank(l.Invoices), Blank(l.Vouchers), Blank(l.Reason)))],
        Machines = [.. Machines.Where(m => !m.Remove && !m.IsBlank).Select(m => m.Read())],
        Quality = Blank(Quality),
        Verdict = Verdict,
        Opinion = Blank(Opinion),
        CompleteBy = CompleteBy,
        Integrated = Integrated,
        Sponsorship = Sponsorship,
        Other = Other,
        ResultQuantity = ResultQuantity ?? 1,
        ResultCopies = ResultCopies,
    };

    /// <summary>Somebody at the acceptance.</summary>
    public sealed class MemberForm
    {
        public string? Name { get; set; }

        public string? Unit { get; set; }

        public string? Role { get; set; }

        public AcceptanceSide Side { get; set; }
    }

    /// <summary>One line of the estimate.</summary>
    public sealed class LineForm
    {
        public Guid EstimateLineId { get; set; }

        public long? AcceptedQuantity { get; set; }

        public Dong? InvoicedCost { get; set; }

        public Dong? EligibleCost { get; set; }

        public string? Invoices { get; set; }

        public string? Vouchers { get; set; }

        public string? Reason { get; set; }
    }

    /// <summary>One machine.</summary>
    public sealed class MachineForm
    {
        public Guid Id { get; set; }

        public Guid? ProjectMachineId { get; set; }

        public bool Remove { get; set; }

        public string? Name { get; set; }

        public string? Model { get; set; }

        public string? Maker { get; set; }

        public string? Serial { get; set; }

        public int? MadeYear { get; set; }

        public string? Origin { get; set; }

        public string? InvoiceNumber { get; set; }

        public string? InvoiceSeries { get; set; }

        public string? InvoiceSeller { get; set; }

        public string? InvoiceTaxCode { get; set; }

        public Dong? Cost { get; set; }

        public string? SeenBy { get; set; }

        public DateOnly? SeenOn { get; set; }

        /// <summary>Seen, but not accepted.</summary>
        public bool Refused { get; set; }

        public string? OtherMachineReason { get; set; }

        public bool IsBlank => Blank(Name) is null && Blank(Serial) is null;

        public static MachineForm Of(MachineEntry entry)
        {
            ArgumentNullException.ThrowIfNull(entry);
            return new()
            {
                Id = entry.MachinePassportId,
                ProjectMachineId = entry.ProjectMachineId,
                Name = entry.Name,
                Model = entry.Model,
                Maker = entry.Maker,
                Serial = entry.Serial,
                MadeYear = entry.MadeYear,
                Origin = entry.Origin,
                InvoiceNumber = entry.InvoiceNumber,
                InvoiceSeries = entry.InvoiceSeries,
                InvoiceSeller = entry.InvoiceSeller,
                InvoiceTaxCode = entry.InvoiceTaxCode,
                Cost = entry.Cost,
                SeenBy = entry.SeenBy,
                SeenOn = entry.SeenOn,
                Refused = !entry.IsAccepted,
                OtherMachineReason = entry.OtherMachineReason,
            };
        }

        public MachineEntry Read() => new(Id)
        {
            ProjectMachineId = ProjectMachineId,
            Name = Blank(Name) ?? "",
            Model = Blank(Model),
            Maker = Blank(Maker),
            Serial = Blank(Serial),
            MadeYear = MadeYear,
            Origin = Blank(Origin),
            InvoiceNumber = Blank(InvoiceNumber),
            InvoiceSeries = Blank(InvoiceSeries),
            InvoiceSeller = Blank(InvoiceSeller),
            InvoiceTaxCode = Blank(InvoiceTaxCode),
            Cost = Cost,
            SeenBy = Blank(SeenBy),
            SeenOn = SeenOn,
            IsAccepted = !Refused,
            OtherMachineReason = Blank(OtherMachineReason),
        };
    }
}
